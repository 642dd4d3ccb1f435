"""One question of GOV.UK Forms as one of ours."""

from typing import Any

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from forms.exchange.clean import is_harmless, rich
from forms.exchange.ledger import Outcome
from forms.exchange.naming import Names, key_of
from forms.exchange.node import Node
from forms.exchange.wording import with_errors

KINDS = {
    "text": "text",
    "number": "number",
    "address": "address",
    "email": "email",
    "date": "date",
    "national_insurance_number": "ni_number",
    "phone_number": "phone",
    "name": "name",
    "organisation_name": "text",
    "file": "file",
    "selection": "radios",
}
MAPS_TO = {"name": "name", "email": "email", "phone_number": "phone", "address": "address"}
#: More choices than this are easier to find in a list that can be searched.
MANY = 30
NONE_OF_THESE = "none_of_these"


def read_question(data: Node, names: Names, mapped: set[str]) -> dict[str, Any]:
    """Return the question of a step's ``data``; one of a type that we do not know becomes a short text."""
    answer_type = str(data.peek("answer_type") or "")
    if answer_type in KINDS:
        data.take("answer_type")
    else:
        reason = _("Waymark has no question of the type “%(type)s”, so it becomes a short text.")
        data.child("answer_type").downgraded(reason % {"type": answer_type[:60]})
    label = data.text("question_text")
    question: dict[str, Any] = {"kind": KINDS.get(answer_type, "text"), "key": names.unique(key_of(label, "question"))}
    question.update(label=label, hint=data.text("hint_text", 400) if data.peek("hint_text") else "")
    question["required"] = data.take("is_optional") not in (True, "true", "1")
    if answer_type in MAPS_TO and answer_type not in mapped:
        mapped.add(answer_type)
        question["maps_to"] = MAPS_TO[answer_type]
    _settings(data, question)
    for empty in ("hint_text", "page_heading", "guidance_markdown"):
        if data.peek(empty) in (None, ""):
            data.take(empty)
    return with_errors(question)


def _settings(data: Node, question: dict[str, Any]) -> None:
    settings = data.child("answer_settings")
    if not settings.value:
        settings.mapped()
        return
    if question["kind"] == "radios":
        _choices(settings, question)
    kind = settings.child("input_type")
    if kind.value == "long_text":
        question["kind"] = "long_text"
    if isinstance(kind.value, dict) and kind.peek("international_address") in (True, "true", "1"):
        question["kind"] = "long_text"
        question.pop("maps_to", None)
        kind.child("international_address").downgraded(_("An address in any country becomes a long text."))
    if kind.value == "date_of_birth":
        question["latest"] = "today"
    if kind.value in ("first_and_last_name", "first_middle_and_last_name"):
        kind.downgraded(_("A name is asked for in one box: not everybody has a first and a last name."))
    kind.mapped()
    if settings.peek("title_needed") is not None:
        settings.child("title_needed").lost(_("Titles such as Mr or Ms are not asked for."))


def _choices(settings: Node, question: dict[str, Any]) -> None:
    names = Names()
    options: list[dict[str, Any]] = []
    for option in settings.items("selection_options"):
        option.mark(Outcome.MAPPED)
        if option.peek("value") is not None:
            option.take("value")
        label = option.text("name")
        options.append({"value": names.unique(key_of(label, "choice")), "label": label, "hint": ""})
    only_one = settings.take("only_one_option") in (True, "true", "1")
    question["kind"] = "checkboxes" if not only_one else "select" if len(options) > MANY else "radios"
    if not question["required"]:
        # An optional selection of GOV.UK Forms is a required one that offers "None of the above".
        none: dict[str, Any] = {"value": names.unique(NONE_OF_THESE), "label": _("None of the above"), "hint": ""}
        options.append({**none, "exclusive": True} if question["kind"] == "checkboxes" else none)
        question["required"] = True
    question["options"] = options


def guidance_of(data: Node) -> list[dict[str, Any]]:
    """Return a step's own guidance, Markdown in the source."""
    node = data.child("guidance_markdown")
    if not isinstance(node.value, str) or not node.value.strip():
        return []
    html = MarkdownIt("commonmark", {"html": False}).render(node.value)
    safe = is_harmless(html)
    node.mark(
        Outcome.MAPPED if safe else Outcome.DOWNGRADED, "" if safe else _("Unsafe or unknown mark-up was taken out.")
    )
    return [{"kind": "guidance", "body": rich(html)}]
