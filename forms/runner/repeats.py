"""Add another: the list of turns with change and remove, and the question whether there is one more."""

import re
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from forms.engine import Answers
from forms.engine.display import in_words
from forms.engine.schema import ITEM_ID, Repeat
from forms.runner.files import drop_file
from forms.runner.turn import Turn, new_item

ITEM = re.compile(r"[0-9a-f]{8}")
ANOTHER = ("yes", "no")


def items_page(request: HttpRequest, turn: Turn) -> HttpResponse:
    """Show the list; a POST says whether to add another turn. Without any turn the first is asked for at once."""
    repeat = turn.step.repeat or Repeat()
    if request.method != "POST":
        if not turn.items and repeat.min:
            return HttpResponseRedirect(turn.item_url(new_item()))
        return _list(request, turn)
    room = len(turn.items) < repeat.max
    another = str(request.POST.get("another", "")) if room else "no"
    if another == "yes":
        return HttpResponseRedirect(turn.item_url(new_item()))
    error = _refusal(turn, repeat, another)
    if error:
        return _list(request, turn, error=error, status=422)
    if another == "no" and any(row["unfinished"] for row in _rows(turn)):
        return _list(request, turn, status=422)
    turn.journey.keep(turn.step, {})
    return HttpResponseRedirect(turn.next_url)


def remove_page(request: HttpRequest, turn: Turn) -> HttpResponse:
    """Ask once more, then remove a turn; one that is gone already is fine."""
    if request.method == "POST":
        turn.journey.drop_item(turn.head, turn.item)
        for file in turn.journey.draft.files.filter(question_key__endswith=f"@{turn.item}"):
            drop_file(turn.journey, str(file.pk))
        return HttpResponseRedirect(turn.list_url)
    if not turn.stored:
        return HttpResponseRedirect(turn.list_url)
    context = {**_frame(turn), "back_url": turn.list_url, "row": _row(turn, turn.number, turn.stored)}
    return render(request, "forms/remove.jinja", context)


def _refusal(turn: Turn, repeat: Repeat, another: str) -> str:
    if len(turn.items) > repeat.max:  # two tabs added the last one at the same time
        return _("Remove some: there can be this many at most: %(count)d.") % {"count": repeat.max}
    missing = repeat.min - len(turn.items)
    if another == "no" and missing > 0:
        return _("Add at least this many more: %(count)d.") % {"count": missing}
    return "" if another in ANOTHER else _("Say if you want to add another.")


def _list(request: HttpRequest, turn: Turn, *, error: str = "", status: int = 200) -> HttpResponse:
    repeat = turn.step.repeat or Repeat()
    rows = _rows(turn)
    errors = [{"text": error, "href": "#another"}] if error else []
    if status != HTTPStatus.OK and not error:
        errors = [{"text": row["unfinished"], "href": f"#{row['id']}"} for row in rows if row["unfinished"]]
    context = {
        **_frame(turn),
        "back_url": turn.journey.check_url if turn.returning else turn.journey.before(turn.step),
        "rows": rows,
        "room": len(rows) < repeat.max,
        "question": repeat.another or _("Do you want to add another?"),
        "error": error,
        "errors": errors,
    }
    return render(request, "forms/items.jinja", context, status=status)


def _frame(turn: Turn) -> dict[str, object]:
    schema = turn.journey.draft.version.schema
    return {
        "journey": turn.journey,
        "schema": schema,
        "help": schema["promise"]["contact"],
        "step": turn.step,
        "returning": turn.returning,
    }


def _rows(turn: Turn) -> list[dict[str, Any]]:
    return [_row(turn, number, item) for number, item in enumerate(turn.items, start=1)]


def _row(turn: Turn, number: int, item: Answers) -> dict[str, Any]:
    """Return one turn for the list; ``unfinished`` says so in words, and Change leads to what is missing."""
    one = replace(turn, step=turn.head, of=None, item=str(item[ITEM_ID]))
    missing, name = one.unfinished, item_name(turn, number)
    return {
        "id": f"change-{one.item}",
        "name": name,
        "lines": first_lines(turn, item),
        "unfinished": _("Finish or remove this one: %(name)s.") % {"name": name} if missing else "",
        "change_url": one.page_url(missing.slug if missing else one.step.slug),
        "remove_url": one.item_url(one.item, "forms:remove"),
    }


def item_name(turn: Turn, number: int) -> str:
    """Return for example "Person 2"."""
    name = turn.head.repeat.item if turn.head.repeat else ""
    return _("%(name)s %(number)d") % {"name": name or turn.head.title, "number": number}


def first_lines(turn: Turn, item: Answers) -> list[str]:
    """Return the answer by which a person knows one turn from another: the first that was given in words."""
    asked = (question for page in turn.head.pages for question in page.asked)
    lines = (in_words(question, item[question.key]) for question in asked if question.key in item)
    return next((line for line in lines if line), [])
