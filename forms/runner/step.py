"""One step: show it, check it, keep it, go on."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

from forms.engine import StepForm, as_data
from forms.runner.elsewhere import elsewhere
from forms.runner.events import note
from forms.runner.files import drop_file, take_files
from forms.runner.guard import for_owner
from forms.runner.journey import Journey
from forms.runner.present import Errors, page_of
from forms.runner.repeats import items_page
from forms.runner.slots import gone_slots, keep_slots
from forms.runner.turn import Turn, is_returning


@for_owner
def step(request: HttpRequest, journey: Journey, slug: str) -> HttpResponse:
    """Serve one step; one that is off the path or too far ahead leads to where its owner is."""
    found = journey.find(slug)
    if found is None:
        return elsewhere(request, journey, slug, journey.next_url)
    turn = Turn(journey, found, returning=is_returning(request), since=request.GET.get("from", ""))
    return items_page(request, turn) if found.repeat else serve(request, turn)


def serve(request: HttpRequest, turn: Turn) -> HttpResponse:
    """Answer a page of questions: a GET shows it, a POST checks it, keeps it and goes on."""
    if request.method != "POST":
        return show(request, turn, as_data(turn.step, turn.stored), errors=gone_slots(turn))
    if "remove" in request.POST:
        return _without_file(request, turn)
    refused = take_files(request, turn)
    form = StepForm(turn.step, turn.typed(request))
    if form.is_valid() and not refused:
        refused = keep_slots(turn, form.answers)
    if form.is_valid() and not refused:
        turn.keep(form.answers)
        note("step", turn.journey.draft, turn.step.slug)
        return HttpResponseRedirect(turn.next_url)
    note("error", turn.journey.draft, turn.step.slug)
    return show(request, turn, turn.typed(request), errors={**errors_of(form), **refused}, status=422)


def _without_file(request: HttpRequest, turn: Turn) -> HttpResponse:
    """Remove a file and show the page again with what stands beside it, other files that were chosen included."""
    drop_file(turn.journey, str(request.POST["remove"]))
    refused = take_files(request, turn)
    return show(request, turn, turn.typed(request), errors=refused, status=422 if refused else 200)


def show(
    request: HttpRequest,
    turn: Turn,
    data: MultiValueDict[str, str],
    *,
    errors: Errors | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw a page of questions with what was typed; ``errors`` maps a key to pairs of message and part."""
    return render(request, "forms/step.jinja", page_of(turn, data, errors or {}), status=status)


def errors_of(form: StepForm) -> dict[str, list[tuple[str, str]]]:
    """Return each question's messages, each with the part (code) that it is about."""
    return {
        key: [(str(message), error.code or "") for error in errors for message in error.messages]
        for key, errors in form.errors.as_data().items()
    }
