"""Check your answers, and send them."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from forms.bookings.seats import SlotGoneError
from forms.delivery.receipt import receipt_url
from forms.delivery.submit import IncompleteError, submit
from forms.engine.summary import Group, Row, summarise
from forms.payments.ledger import UnpaidError
from forms.payments.money import NoAmountError, due_for
from forms.payments.views import pay_first
from forms.runner.events import note
from forms.runner.guard import for_owner
from forms.runner.journey import Journey
from forms.runner.nearby import reports_nearby
from forms.runner.start import promise_context
from forms.runner.turn import RETURN, Turn


@for_owner
def check(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Show all answers with change links; a POST validates the whole path again and submits."""
    if journey.waiting:
        return HttpResponseRedirect(journey.next_url)
    if request.method == "POST":
        return _send(request, journey)
    return render(request, "forms/check.jinja", _context(journey))


def _send(request: HttpRequest, journey: Journey) -> HttpResponse:
    try:
        submission = submit(journey.draft)
    except IncompleteError:
        return HttpResponseRedirect(Journey.open(journey.draft).next_url)
    except SlotGoneError as gone:
        return HttpResponseRedirect(journey.url_of(gone.key))
    except (UnpaidError, NoAmountError):
        return pay_first(request, journey)
    note("completed", journey.draft)
    return HttpResponseRedirect(receipt_url(submission))


def _context(journey: Journey) -> dict[str, Any]:
    version = journey.draft.version
    last = [step for step in journey.steps if step.questions][-1]
    names = {str(file.pk): file.name for file in journey.draft.files.all()}
    return {
        "journey": journey,
        "schema": version.schema,
        "help": version.schema["promise"]["contact"],
        "back_url": journey.url(last.slug),
        "nearby": reports_nearby(journey.draft, journey.schema, journey.answers),
        "costs": _costs(journey),
        "promise": promise_context(version),
        "groups": [_group(journey, group) for group in summarise(journey.schema, journey.answers, names)],
    }


def _group(journey: Journey, group: Group) -> dict[str, Any]:
    """Return a group for the page; one of a repeating step leads to its list."""
    url = f"{journey.url(group.step.slug)}?return={RETURN}" if group.step else ""
    return {"title": group.title, "list_url": url, "rows": [_row(journey, row) for row in group.rows]}


def _row(journey: Journey, row: Row) -> dict[str, Any]:
    turn = Turn(journey, row.step, row.item, returning=True)
    page = turn.item_url(row.item) if row.item else turn.list_url
    url = "" if row.question.calculated else f"{page}#{row.question.key}"
    return {"label": row.label, "lines": row.lines, "url": url}


def _costs(journey: Journey) -> bool:
    """Return whether the form leads to a payment; one whose amount is unknown does, and says so there."""
    try:
        return due_for(journey.draft) is not None
    except NoAmountError:
        return True
