"""What somebody just typed, to show it again on a page that could not take it: nothing typed is lost."""

from django.http import HttpRequest

from forms.engine import Question
from forms.engine.schema import PARTS
from forms.models import FormVersion

#: A page that cannot take an answer shows at most this much of it.
LONGEST = 20_000


def typed_words(request: HttpRequest, version: FormVersion, slug: str) -> list[dict[str, object]]:
    """Return label and lines of each answer in the POST to a step, in the words of that step."""
    step = version.compiled.step(slug)
    if request.method != "POST" or step is None:
        return []
    rows = [(question.label, _lines(request, question)) for question in step.asked]
    return [{"label": label, "lines": lines} for label, lines in rows if lines]


def _lines(request: HttpRequest, question: Question) -> list[str]:
    names = [question.key, *(f"{question.key}-{part}" for part in PARTS.get(question.kind, ()))]
    labels = {option.value: option.label for option in question.options}
    values = [labels.get(value, value) for name in names for value in request.POST.getlist(name) if value.strip()]
    return [line for value in values for line in value[:LONGEST].splitlines()]
