"""Our path beside the source's: from answers in the source's values to answers of ours, and from steps to pages."""

from types import SimpleNamespace

from forms.engine import Schema, path
from tests.forms.random_definitions import CHOICE_TYPES, NOTHING_TO_ANSWER


def schema_of(form):
    """Compile a plain form's steps, without a page."""
    steps = []
    for step in form.steps:
        questions = [
            {
                "key": item.get("key", f"said-{n}"),
                "label": "",
                **{name: item[name] for name in ("kind", "required", "options") if name in item},
            }
            for n, item in enumerate(step.questions)
        ]
        steps.append({"slug": step.slug, "title": step.title, "questions": questions, "show_if": step.show_if})
    return Schema.from_json({"steps": steps})


def our_answers(definition, form, answers):
    """Return the answers under our keys and values; questions stand in the order of the page's components."""
    lists = {key: lst for lst in definition.get("lists", []) for key in (lst.get("name"), lst.get("id")) if key}
    pages = {page["path"]: page for page in definition["pages"]}
    found = {}
    for step in form.steps:
        if not step.origin:
            continue
        asked = [item for item in step.questions if "key" in item]
        source = [item for item in pages[step.origin].get("components", []) if item["type"] not in NOTHING_TO_ANSWER]
        assert len(asked) == len(source), step.slug
        for question, component in zip(asked, source, strict=True):
            found[question["key"]] = _ours(question, component, lists, answers[step.origin, component["name"]])
    return found


def _ours(question, component, lists, answer):
    if answer is None:
        return ""
    if component["type"] in CHOICE_TYPES:
        values = [item["value"] for item in lists[component["list"]]["items"]]
        names = [
            question["options"][values.index(one)]["value"]
            for one in (answer if isinstance(answer, list) else [answer])
        ]
        return names if isinstance(answer, list) else names[0]
    if component["type"] == "YesNoField":
        return "yes" if answer else "no"
    return str(answer)


def our_walk(form, answers):
    """Return the source's names of the pages on our path; steps that the import added do not count."""
    origins = {step.slug: step.origin for step in form.steps}
    return [origins[step.slug] for step in path(schema_of(form), answers) if origins[step.slug]]


def read(form_format, data):
    """Return the plain form and its ledger."""
    from forms.exchange.ledger import Ledger

    ledger = Ledger(data)
    return SimpleNamespace(form=form_format.read(data, ledger), ledger=ledger)
