"""``make bench-forms``: 42 pages and 85 questions in the editor, at publish and on their way, beside one page."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from django.test import Client
    from wagtail.blocks import Block

    from forms.models import FormPage

PAGES, QUESTIONS = 42, 85
KINDS = ("text", "long_text", "name", "email", "number", "date", "yes_no", "radios", "checkboxes", "address")
OPTIONS = [{name: name.capitalize()} for name in ("red", "green", "blue", "none")]
#: What issue 5 asks for, in seconds.
TARGETS = {"editor opens": 2.0, "editor saves": 2.0, "publish": 3.0, "step p95": 0.1}


def questions() -> Iterator[dict[str, Any]]:
    """Yield the questions of the large form, each kind in turn."""
    for n in range(QUESTIONS):
        kind = KINDS[n % len(KINDS)]
        words = {"error_missing": "Answer this.", "error_invalid": "Check this."}
        extra = {"options": OPTIONS} if kind in {"radios", "checkboxes"} else {}
        yield {"kind": kind, "key": f"q{n}", "label": f"Question {n}?", **words, **extra}


def steps() -> list[dict[str, Any]]:
    """Return 42 steps with 85 questions between them; every third depends on an earlier yes or no."""
    asked = list(questions())
    share = [asked[n * QUESTIONS // PAGES : (n + 1) * QUESTIONS // PAGES] for n in range(PAGES)]
    made = []
    for n, some in enumerate(share):
        step: dict[str, Any] = {"slug": f"step-{n}", "title": f"Page {n}", "questions": some}
        earlier = [q["key"] for part in share[:n] for q in part if q["kind"] == "yes_no"]
        if n % 3 == 2 and earlier:
            step["show_if"] = {"any": [f"{earlier[-1]} is yes", f"{earlier[0]} is yes"]}
        made.append(step)
    return made


def answer(kind: str, key: str) -> dict[str, Any]:
    """Return a POST that answers one question."""
    values: dict[str, Any] = {
        "email": "zoe@example.org",
        "number": "7",
        "yes_no": "yes",
        "radios": "red",
        "checkboxes": ["red", "blue"],
    }
    if kind == "date":
        return {f"{key}-day": "1", f"{key}-month": "2", f"{key}-year": "2026"}
    if kind == "address":
        return {f"{key}-line_1": "1 Example Street", f"{key}-postcode": "OX1 1AA"}
    return {key: values.get(kind, "Some words of an answer")}


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return seconds and result."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def walk(client: "Client", slug: str) -> list[float]:
    """Walk a form to the check page and return the server's seconds for each GET and POST."""
    from forms.models import Draft

    base = client.post(f"/forms/{slug}/start")["Location"].rsplit("/", 1)[0]
    schema = Draft.objects.get(pk=base.rsplit("/", 1)[1]).version.compiled
    seconds = []
    for step in schema.steps:
        data: dict[str, Any] = {}
        for question in step.asked:
            data.update(answer(question.kind, question.key))
        for work in (
            lambda at=step.slug: client.get(f"{base}/{at}"),
            lambda at=step.slug, d=data: client.post(f"{base}/{at}", d),
        ):
            spent, response = timed(work)
            seconds.append(spent)
            expect(response, {200, 302})
    expect(client.get(f"{base}/check"), {200})
    return seconds


def expect(response: Any, statuses: set[int]) -> None:
    """Stop when a page did not answer as it should: its time would mean nothing."""
    if response.status_code not in statuses:
        raise SystemExit(f"unexpected status {response.status_code}")


def fields_of(html: str) -> dict[str, Any]:
    """Return what a browser posts of the editor's form, without the steps, which a script draws."""
    from bs4 import BeautifulSoup

    form = BeautifulSoup(html, "html.parser").select_one("#page-edit-form") or sys.exit("no editor form")
    data: dict[str, Any] = {}
    for field in form.select("input[name]:not([type=checkbox]), input[checked], textarea[name], select[name]"):
        chosen = field.select_one("option[selected]")
        text = chosen["value"] if chosen else field.get("value", "") if field.name == "input" else field.text.strip()
        data[str(field["name"])] = "" if field.name == "select" and chosen is None else text
    return data


def posted(block: "Block", value: Any) -> Any:
    """Return what the editor's script posts of one block, as nested form data."""
    from wagtail import blocks
    from wagtail.test.utils.form_data import rich_text, streamfield

    if isinstance(block, blocks.StreamBlock):
        return streamfield([(child.block_type, posted(child.block, child.value)) for child in value])
    if isinstance(block, blocks.ListBlock):
        rows = {
            str(n): {"id": item.id, "order": n, "deleted": "", "value": posted(item.block, item.value)}
            for n, item in enumerate(value.bound_blocks)
        }
        return {"count": len(rows), **rows}
    if isinstance(block, blocks.StructBlock):
        fields = {name: posted(child, value.get(name)) for name, child in block.child_blocks.items()}
        return {name: field for name, field in fields.items() if field is not None}
    if isinstance(block, blocks.RichTextBlock):
        return rich_text(value.source)
    if isinstance(block, blocks.BooleanBlock):
        return "on" if value else None
    return "" if value is None else value


def save(page: "FormPage", client: "Client", html: str) -> tuple[float, int]:
    """Save the form as the editor does; return seconds and how many fields were posted."""
    from wagtail.test.utils.form_data import nested_form_data

    steps = nested_form_data({"steps": posted(page.steps.stream_block, page.steps)})
    data = {**fields_of(html), **steps}
    spent, response = timed(lambda: client.post(f"/admin/pages/{page.pk}/edit/", data))
    expect(response, {302})
    return spent, len(data)


def measure(page: "FormPage", client: "Client") -> dict[str, float]:
    """Return the figures of one form."""
    edit = f"/admin/pages/{page.pk}/edit/"
    client.get(edit)
    opens, response = timed(lambda: client.get(edit))
    expect(response, {200})
    saves, fields = save(page, client, response.content.decode())
    revision = page.save_revision()
    publish, _none = timed(revision.publish)
    page.refresh_from_db()
    seconds = walk(client, page.slug)
    p95 = statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    print(f"{page.slug}: {fields} fields posted by the editor")
    return {
        "editor opens": opens,
        "editor saves": saves,
        "publish": publish,
        "step p95": p95,
        "step median": statistics.median(seconds),
    }


def make(slug: str, parts: list[dict[str, Any]]) -> "FormPage":
    """Return an unpublished form with these steps."""
    from wagtail.models import Site

    from core.models import Contact, ServicePromise, Team
    from forms.demo.loader import page_from, read

    home = Site.objects.get(is_default_site=True).root_page
    contact, _made = Contact.objects.get_or_create(name="Bench", locale=home.locale)
    promise, _made = ServicePromise.objects.get_or_create(
        name="Bench", working_days=2, what_happens_next="We look.", if_late="Call.", contact=contact, locale=home.locale
    )
    page = page_from({**read("missed-bin"), "slug": slug, "title": slug, "steps": parts})
    page.promise, page.owning_team = promise, Team.objects.get_or_create(name="Bench")[0]
    page.locale, page.live = home.locale, False
    home.add_child(instance=page)
    return page


def run() -> int:
    """Print each figure beside the small form's and the target; 1 when one was missed."""
    from django.test import Client

    from core.models import User

    client = Client()
    client.force_login(User.objects.create_superuser("bench", "bench@example.org", "x"))
    warm = make("warm", steps())
    warm.save_revision().publish()
    walk(client, "warm")  # templates are compiled at their first use
    small = measure(make("small", steps()[:1]), client)
    large = measure(make("large", steps()), client)
    missed = 0
    for name, value in large.items():
        target = TARGETS.get(name)
        missed += target is not None and value > target
        print(f"{name:<14} {value * 1000:8.0f} ms   one page {small[name] * 1000:6.0f} ms   target {target or '-'} s")
    return int(missed > 0)


def main() -> int:
    """Run on a database of its own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.test")
    django.setup()
    from django.conf import settings
    from django.test.runner import DiscoverRunner
    from django.test.utils import setup_test_environment

    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    setup_test_environment()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        return run()
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    sys.exit(main())
