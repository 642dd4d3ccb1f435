"""The compiler never falls over, and what it lets through keeps its promises, whatever an author drew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.compiler.build import Blueprint
from forms.compiler.checks import findings
from forms.compiler.describe import describe
from forms.compiler.graph import graph
from forms.engine import Schema, first_incomplete, on_path, path

SLUGS = st.sampled_from(["one", "two", "three", "four", "check", ""])
KEYS = st.sampled_from(["a", "b", "c", "d", ""])
OPS = st.sampled_from(["is", "contains", "answered", "gt", "before", "on_or_after", "has_length", "nonsense"])
VALUES = st.sampled_from(["yes", "no", "x", "3", "2026-04-01", "today-16y", ""])
LEAVES = st.fixed_dictionaries({"key": KEYS, "op": OPS, "value": VALUES})
TREES = st.one_of(
    st.none(),
    st.fixed_dictionaries({"all": st.lists(LEAVES, max_size=2)}),
    st.fixed_dictionaries({"any": st.lists(LEAVES, min_size=1, max_size=2)}),
    st.fixed_dictionaries({"not": LEAVES}),
)
OPTIONS = st.lists(st.sampled_from(["x", "y", "yes"]), min_size=1, max_size=3)
KINDS = st.sampled_from(["text", "number", "money", "date", "yes_no", "radios", "checkboxes", "declaration"])


@st.composite
def questions(draw):
    kind = draw(st.one_of(KINDS, st.sampled_from(["guidance", "exit", "calculation", "slot", "payment"])))
    if kind in {"guidance", "exit"}:
        return {"key": f"{kind}-0", "kind": kind, "label": "", "body": "<p>Words.</p>"}
    base = {"kind": kind, "key": draw(KEYS), "label": draw(st.sampled_from(["Label", ""])), "hint": ""}
    if kind in {"calculation", "slot", "payment"}:
        return {**base, "options": [], "limits": {"formula": draw(st.sampled_from(["{a} * 2", "{a", "1"]))}}
    options = [{"value": v, "label": v, "hint": ""} for v in draw(OPTIONS)] if kind in {"radios", "checkboxes"} else []
    words = {"required": draw(st.booleans()), "error_missing": "Missing.", "error_invalid": "Wrong.", "maps_to": ""}
    return {**base, **words, "options": options, "limits": {}}


@st.composite
def compiled(draw):
    steps = []
    for _ in range(draw(st.integers(0, 5))):
        step = {
            "slug": draw(SLUGS),
            "title": draw(st.sampled_from(["Title", ""])),
            "questions": draw(st.lists(questions(), max_size=2)),
            "show_if": draw(TREES),
        }
        if draw(st.integers(0, 4)) == 0:
            step["repeat"] = {"min": draw(st.integers(0, 3)), "max": draw(st.integers(1, 2)), "item": "", "another": ""}
        elif draw(st.booleans()):
            last = steps[-1] if steps else {}
            step["part_of"] = last["slug"] if last.get("repeat") else last.get("part_of", "")
        steps.append(step)
    facts = {"title": "T", "summary": "", "start_text": "", "minutes": 1, "privacy": "<p>P</p>", "team": {"name": "T"}}
    promise = {"working_days": 1, "what_happens_next": "", "if_late": ""}
    return {**facts, "promise": promise, "retention": {"draft_days": 1, "done_days": 1}, "steps": steps}


def blueprint(schema):
    places = {(at, None): f"s{at}" for at in range(len(schema["steps"]))}
    for at, step in enumerate(schema["steps"]):
        places.update({(at, n): f"s{at}q{n}" for n in range(len(step["questions"]))})
    return Blueprint(schema, places)


@settings(max_examples=120, deadline=None)
@given(compiled())
def test_any_form_is_judged_drawn_and_described_and_each_fault_has_words_and_a_place(schema):
    plan = blueprint(schema)
    for finding in findings(plan):
        assert finding.message
        assert finding.how
        assert finding.block_id in {"", *plan.block_ids.values()}
    assert len(graph(schema).nodes) == len(schema["steps"])
    assert describe(schema)


ANSWERS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", "one", "two"]),
    st.one_of(VALUES, st.booleans(), st.lists(VALUES, max_size=2), st.lists(st.dictionaries(KEYS, VALUES), max_size=2)),
)


@settings(max_examples=120, deadline=None)
@given(compiled(), ANSWERS)
def test_no_walk_loops_or_shows_a_step_twice_or_loses_an_answer(schema, answers):
    form = Schema.from_json(schema)
    steps = path(form, answers)
    assert [*map(id, steps)] == [id(step) for step in form.steps if step in steps and id(step) in map(id, steps)]
    kept = on_path(form, answers)
    asked = {key for step in steps for key in step.keys if not step.ends}
    assert asked & set(answers) <= set(kept)
    first_incomplete(form, answers, [step.slug for step in steps])


@settings(max_examples=120, deadline=None)
@given(compiled())
def test_in_a_form_without_faults_every_step_has_its_own_address_and_looks_back_only(schema):
    if any(finding.blocking for finding in findings(blueprint(schema))):
        return
    slugs = [step["slug"] for step in schema["steps"]]
    assert len(set(slugs)) == len(slugs)
    before = set()
    for step in schema["steps"]:
        tree = step["show_if"] or {}
        leaves = [*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])]
        assert {leaf["key"] for leaf in leaves} <= before
        before |= {step["slug"]} if step.get("repeat") else {question["key"] for question in step["questions"]}
