"""One step: show it, check it, keep it, go on."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

from forms.engine import Step, StepForm, as_data
from forms.runner.events import note
from forms.runner.files import drop_file, take_files
from forms.runner.guard import for_owner
from forms.runner.journey import Journey
from forms.runner.present import page_of

#: The answer that a change link of the check page carries, so that its owner comes back there.
RETURN = "check"


@for_owner
def step(request: HttpRequest, journey: Journey, slug: str) -> HttpResponse:
    """Serve one step; one that is off the path or too far ahead leads to where its owner is."""
    found = journey.find(slug)
    if found is None:
        return HttpResponseRedirect(journey.next_url)
    if request.method == "POST":
        return _answer(request, journey, found)
    return show(request, journey, found, as_data(found, journey.answers))


def show(
    request: HttpRequest,
    journey: Journey,
    found: Step,
    data: MultiValueDict[str, str],
    *,
    errors: dict[str, list[tuple[str, str]]] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw a step with what was typed; ``errors`` maps a key to pairs of message and part."""
    returning = request.GET.get("return") == RETURN
    context = page_of(journey, found, data, errors or {})
    back = journey.check_url if returning else journey.before(found)
    return render(request, "forms/step.jinja", {**context, "back_url": back, "returning": returning}, status=status)


def _answer(request: HttpRequest, journey: Journey, found: Step) -> HttpResponse:
    if "remove" in request.POST:
        drop_file(journey, str(request.POST["remove"]))
        return HttpResponseRedirect(request.get_full_path())
    refused = take_files(request, journey, found)
    form = StepForm(found, _typed(request, journey, found))
    if form.is_valid() and not refused:
        journey.keep(found, form.answers)
        note("step", journey.draft, found.slug)
        returning = request.GET.get("return") == RETURN
        return HttpResponseRedirect(journey.next_url if returning else journey.after(found))
    note("error", journey.draft, found.slug)
    return show(
        request, journey, found, _typed(request, journey, found), errors={**errors_of(form), **refused}, status=422
    )


def errors_of(form: StepForm) -> dict[str, list[tuple[str, str]]]:
    """Return each question's messages, each with the part (code) that it is about."""
    return {
        key: [(str(message), error.code or "") for error in errors for message in error.messages]
        for key, errors in form.errors.as_data().items()
    }


def _typed(request: HttpRequest, journey: Journey, found: Step) -> MultiValueDict[str, str]:
    """Return the POST, with the ids of stored files in place of anything sent under a file question's name."""
    data = MultiValueDict(dict(request.POST.lists()))
    for question in found.asked:
        if question.kind == "file":
            files = journey.draft.files.filter(question_key=question.key)
            data.setlist(question.key, [str(pk) for pk in files.values_list("pk", flat=True)])
    return data
