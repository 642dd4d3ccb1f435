"""The desk under load: many pages sent to many languages, a long page opened, new English noticed, files out and in."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation, TranslationSource

PAGES, LANGUAGES = 100, ("pl", "ur", "ar", "pt", "es", "ro", "bn", "zh-hans")
SEGMENTS = 400
SEND, FINISH, OPEN, STALE = 1.0, 300.0, 1.5, 60.0


def report() -> bool:
    """Measure, print each figure beside its target, and return whether all are met."""
    from core.models import User

    client = Client()
    client.force_login(User.objects.create_superuser("bench", "bench@example.org", "x"))
    for code in LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    kept = [_files(), _sent(client), _opened(client), _stale()]
    return all(kept)


def _says(name: str, value: float, target: float) -> bool:
    print(f"{name:<46}{value:9.2f} s   target {target:g} s   {'ok' if value <= target else 'MISSED'}")
    return value <= target


def _timed(call: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    answer = call()
    return time.perf_counter() - started, answer


def _files() -> bool:
    """Every translation of the demo out as a file and in again; gettext has nothing to say about it."""
    from translation.desk.segments import sentences
    from translation.exchange import FORMATS

    count, lost, warned = 0, 0, 0
    for translation in Translation.objects.select_related("source", "target_locale"):
        found = sentences(translation)
        wanted = {(each.path, each.source): each.text for each in found}
        for form in FORMATS.values():
            named, units = form.read(form.write(translation, found))
            read = {(unit.context, unit.english): unit.text for unit in units}
            count += 1
            lost += named != str(translation.uuid) or read != wanted
        warned += _gettext_says(FORMATS["po"].write(translation, found))
    has_gettext = shutil.which("msgfmt") is not None
    print(
        f"Files out and in: {count}, changed on the way: {lost} (target 0), warnings of msgfmt -c: {warned} (target 0)."
    )
    if not has_gettext:
        print("msgfmt is not installed: nobody knows whether it would warn.")
    return not lost and not warned and has_gettext


def _gettext_says(content: bytes) -> bool:
    if shutil.which("msgfmt") is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "x.po").write_bytes(content)
        command = ["msgfmt", "-c", "-v", "-o", "/dev/null", "x.po"]
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return ran.returncode != 0 or "warning" in ran.stderr


def _sent(client: Client) -> bool:
    """Send 100 pages to 8 languages, and let one worker begin them."""
    from core.services import sweep_outbox
    from translation.models import BeginJob

    area = _page("Bench", 1)
    for number in range(PAGES - 1):
        _page(f"Bench {number}", 20, area)
    languages = list(Locale.objects.filter(language_code__in=LANGUAGES).values_list("pk", flat=True))
    client.get(reverse("translation_send"))  # templates are compiled at their first use
    posted = {"page": area.pk, "below": "on", "languages": languages}
    seconds, answer = _timed(lambda: client.post(reverse("translation_send"), posted))
    jobs = BeginJob.objects.count()
    kept = _says(f"{PAGES} pages x {len(LANGUAGES)} languages sent", seconds, SEND)
    started = time.perf_counter()
    while BeginJob.objects.filter(delivered_at=None).exists() and time.perf_counter() - started < FINISH:
        sweep_outbox()
    done = BeginJob.objects.exclude(delivered_at=None).count()
    kept &= _says(f"{done} of {jobs} begun by one worker", time.perf_counter() - started, FINISH)
    return kept and answer.status_code == 302 and done == jobs == PAGES * len(LANGUAGES)


def _opened(client: Client) -> bool:
    """Open a page of 400 sentences, half of them translated, in a memory that knows thousands."""
    from translation.desk.segments import sentences
    from translation.desk.write import store

    page = _page("Long", SEGMENTS)
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="ur"))
    found = sentences(translation)
    for sentence in found[::2]:
        store(translation, sentence, f"یہ جملہ {sentence.pk} ہے۔", None)
    address = reverse("translation_edit", args=[translation.uuid])
    client.get(reverse("translation_queue"), {"language": "ur"})  # templates are compiled at their first use
    seconds, answer = _timed(lambda: client.get(address))
    print(f"{len(found)} sentences, {len(answer.content) / 1024:.0f} KB")
    return _says("a page of 400 sentences opens in the desk", seconds, OPEN) and answer.status_code == 200


def _stale() -> bool:
    """Publish new English, and look how long its live translation does not say so."""
    from translation.models import StaleTranslation

    page = Page.objects.live().filter(locale__language_code="ur", alias_of=None, depth__gt=2).first()
    if page is None:
        return False
    english = page.get_translations().get(locale__language_code="en").specific
    english.title = f"{english.title} today"
    before, started = timezone.now(), time.perf_counter()
    english.save_revision().publish()
    while not StaleTranslation.objects.filter(since__gte=before).exists() and time.perf_counter() - started < STALE:
        time.sleep(0.1)
    return _says("a translation is stale after its English changed", time.perf_counter() - started, STALE - 1)


def _page(title: str, paragraphs: int, parent: Page | None = None) -> Page:
    """Make a live page of so many sentences, each of its own."""
    from services.models import StandardPage

    rows = "".join(f"<p>{title}: sentence number {number} says what to do.</p>" for number in range(paragraphs))
    home = parent or Site.objects.get(is_default_site=True).root_page
    page: Page = home.add_child(instance=StandardPage(title=title, body=[("paragraph", rows)]))
    connection.queries_log.clear()
    return page
