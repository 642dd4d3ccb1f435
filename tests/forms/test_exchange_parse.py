"""Files from strangers: what is broken, huge, bottomless or hostile is refused in words."""

import contextlib
import copy
import json
import random

import pytest

from forms.exchange.base import RefusedError
from forms.exchange.clean import plain, rich
from forms.exchange.contrib.xgov import XGov
from forms.exchange.ledger import Ledger, elements
from forms.exchange.parse import MAX_BYTES, parse
from forms.exchange.service import read_definition
from forms.exchange.writing import page_from
from tests.forms import random_definitions
from tests.forms.test_exchange import DEFINITION

V2 = [random_definitions.xgov(random.Random(seed), version) for seed in (1, 2) for version in ("V2", "v1")]
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\xff\xfe{\x00", "not text in UTF-8"),
        (b"{" + b" " * MAX_BYTES + b"}", "larger than 1 MB"),
        (b'{"name": ', "broken at line 1"),
        (b'{"a": NaN}', "not a number"),
        (b'{"a": ' + b"9" * 5000 + b"}", "number in this file is too long"),
        (b"[" * 100_000, "more than 40 levels"),
        (b'{"a": ' + b"[" * 60 + b"]" * 60 + b"}", "more than 40 levels"),
        (json.dumps({"a": [0] * 60_000}).encode(), "50,000 parts"),
        (b'{"__proto__": {"admin": true}}', "“__proto__” is not allowed"),
        (b"__proto__: 1", "“__proto__” is not allowed"),
        (b'{"name": "a", "name": "b"}', "stands twice"),
        (b"name: a\nname: b", "stands twice"),
        (b"[1, 2]", "outermost part is not an object"),
        (b"just words", "outermost part is not an object"),
        (BOMB.encode(), "uses aliases"),
        (b"a: !!python/object/apply:os.system ['true']", "uses a tag"),
        (b"a: !custom b", "uses a tag"),
        (b"a: " + b"[" * 50 + b"]" * 50, "more than 40 levels"),
        (b"a: [unclosed", "neither JSON nor YAML"),
        (b"? [a, b]\n: c", "is not text"),
        (b'{"\\ud800": 1}', "cannot be shown"),
        (b"%PDF-1.7\x00", "neither JSON nor YAML"),
    ],
)
def test_a_bad_file_is_refused_in_words(raw, words):
    with pytest.raises(RefusedError) as refused:
        parse(raw)
    assert words in refused.value.message


def test_yaml_keeps_yes_and_dates_as_text_as_the_programs_that_write_it_do():
    data = parse(b"a: yes\nb: 2024-09-05\nc: true\nd: 3\ne: 1.5\nf: ~\ng: '3'\n")
    assert data == {"a": "yes", "b": "2024-09-05", "c": True, "d": 3, "e": 1.5, "f": None, "g": "3"}


def test_a_byte_order_mark_is_no_obstacle():
    assert parse(b"\xef\xbb\xbf" + b'{"a": "\xc3\xa9"}') == {"a": "é"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom & Jerry", "Tom & Jerry"),
        ("a < b", "a < b"),
        ("<script>alert(1)</script>Name", "Name"),
        ("<b>Bold</b> name", "Bold name"),
        ("nul\x00 and \ud800 half", "nul and  half"),
        ('<img src=x onerror="alert(1)">Photo', "Photo"),
    ],
)
def test_labels_are_plain_text(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two\n\nparts", "<p>Two</p><p>parts</p>"),
        ('<p class="govuk-body">Hello</p>', "<p>Hello</p>"),
        ("<h2>Head</h2><p>Body</p>", "<p><b>Head</b></p><p>Body</p>"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "<p><a>x</a></p>"),
        ('<p onclick="x()">y</p><script>z()</script>', "<p>y</p>"),
        ("<div>In a <strong>box</strong></div>", "<p>In a <strong>box</strong></p>"),
    ],
)
def test_guidance_keeps_only_safe_marks(text, expected):
    assert rich(text) == expected


def pages(count, links):
    return [{"path": f"/{n}", "title": "x", "next": links(n)} for n in range(count)]


def references(fan):
    """Conditions that name the one below them many times: read naively that is ``fan`` to the power of their number."""
    item = {"field": {"name": "q"}, "operator": "is", "value": {"type": "Value", "value": "x"}}
    last = {"name": "c5", "value": {"conditions": [item]}}
    named = [[{"conditionName": f"c{n + 1}", "coordinator": "or"} for _ in range(fan)] for n in range(5)]
    return [{"name": f"c{n}", "value": {"conditions": items}} for n, items in enumerate(named)] + [last]


LADDER = pages(
    60, lambda n: [{"path": f"/{min(n + 2, 59)}", "condition": f"q{n}"}, {"path": f"/{n + 1}"}] if n < 59 else []
)
HOSTILE = {
    "too many pages": ({"pages": pages(301, lambda n: [])}, "more than 300 pages"),
    "a ladder of ways that cross": (
        {
            "pages": [
                {**page, "components": [{"type": "TextField", "name": f"t{n}", "title": "T"}]}
                for n, page in enumerate(LADDER)
            ],
            "conditions": [{"name": f"q{n}", "value": f"t{n} == 'x'"} for n in range(60)],
        },
        "So many ways",
    ),
    "one list behind a thousand questions": (
        {
            "lists": [{"name": "l", "items": [{"text": str(n), "value": n} for n in range(1_000)]}],
            "pages": [
                {
                    "path": "/a",
                    "components": [{"type": "RadiosField", "name": f"r{n}", "list": "l"} for n in range(1_000)],
                }
            ],
        },
        "more than 5,000 choices",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_definition_that_grows_without_end_is_refused_at_once(name):
    data, words = HOSTILE[name]
    with pytest.raises(RefusedError) as refused:
        XGov().read(data, Ledger(data))
    assert words in refused.value.message


def test_conditions_that_name_each_other_are_each_read_once():
    asked = {"type": "TextField", "name": "q", "title": "Q"}
    data = {
        "pages": [
            {"path": "/a", "components": [asked], "next": [{"path": "/b", "condition": "c0"}, {"path": "/c"}]},
            {"path": "/b", "components": [{**asked, "name": "r"}], "next": [{"path": "/c"}]},
            {"path": "/c", "components": [{**asked, "name": "s"}]},
        ],
        "conditions": references(60),
    }
    form = XGov().read(data, Ledger(data))
    assert form.steps[1].show_if == {"key": "q", "op": "is", "value": "x"}


WRONG = (None, 5, -1, "x", "", [], {}, [5], [None], {"a": 1}, True, 1e308, 10**30, "\ud800", "\x00", "x" * 5000)


def places(node, way=()):
    """Yield the way to each part."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*way, key)
        yield from places(value, (*way, key))


@pytest.mark.django_db  # a page asks for the content type of its model
@pytest.mark.parametrize("seed", range(60))
def test_whatever_stands_where_something_else_should_is_read_or_refused(seed):
    chance = random.Random(seed)
    data = copy.deepcopy(chance.choice([DEFINITION, random_definitions.govuk(random.Random(1)), *V2]))
    for _change in range(chance.randint(1, 3)):
        *way, last = chance.choice([*places(data)])
        holder = data
        for part in way:
            holder = holder[part]
        if chance.random() < 0.2 and isinstance(holder, dict):
            del holder[last]
        else:
            holder[last] = chance.choice(WRONG)
    with contextlib.suppress(RefusedError):
        reading = read_definition(json.dumps(data).encode())
        page_from(reading.form)
        json.dumps([line.as_json() for line in reading.ledger.lines()], ensure_ascii=False).encode()
        assert {line.pointer for line in reading.ledger.lines()} == {pointer for pointer, _value in elements(data)}
