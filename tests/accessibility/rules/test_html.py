"""Every rule over plain HTML finds its fault at its element, advises only, and says nothing of what is in order."""

import pytest

from accessibility.extract import from_html
from accessibility.extract.dom import Document
from accessibility.extract.tree import ContentTree
from accessibility.rules import run_rules
from accessibility.rules.registry import _rules
from tests.accessibility.rules.html_examples import EXAMPLES, PAGE

HTML_RULES = {rule for rule, made in _rules.items() if made.scope == "html"}


def found(html, rule):
    return [finding for finding in run_rules(from_html(html)) if finding.rule == rule]


def test_every_rule_has_an_example():
    assert set(EXAMPLES) == HTML_RULES


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_it_finds_its_fault_and_nothing_else(rule):
    bad, good = EXAMPLES[rule]
    finding = next(iter(found(bad, rule)), None)
    assert finding is not None, bad
    assert finding.selector
    assert finding.criterion
    assert finding.message
    assert finding.why
    assert finding.how
    assert not finding.blocking
    assert found(good, rule) == []


def test_parts_in_another_language_do_not_count_for_the_direction_of_the_page():
    part = "<h2 lang='en' dir='ltr'>Report a missed bin to the council</h2>"
    page = "<!doctype html><html lang='ur' dir='{}'><title>x</title><body><p>پارکنگ</p>{}</body></html>"
    assert found(page.format("rtl", part), "html-direction") == []
    assert found(page.format("ltr", part), "html-direction") != []


def test_content_of_pages_is_not_judged_by_them():
    tree = ContentTree(language="en")
    assert not HTML_RULES & {finding.rule for finding in run_rules(tree)}


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "\x00<p>a\x0bb</p>",
        "<?xml version='1.0' encoding='utf-16'?><p>a</p>",
        "<p " * 500,
        "&#xd800;<a",
        "<" * 999,
    ],
)
def test_broken_pages_are_read(html):
    assert isinstance(run_rules(from_html(html)), list)


def test_a_page_nested_ten_thousand_deep_is_read():
    assert run_rules(from_html("<div>" * 10_000 + "<button></button>"))


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<button aria-label="A">B</button>', "A"),
        ('<button aria-labelledby="x">B</button><i id="x" hidden>Hid</i>', "Hid"),
        ("<button><img alt='Pay'> now</button>", "Pay now"),
        ("<button>Pay <b aria-hidden='true'>x</b></button>", "Pay"),
        ('<button title="T"></button>', "T"),
        ("<button><svg><title>S</title></svg></button>", ""),
    ],
)
def test_names_are_those_of_the_standard(html, name):
    document = Document(html)
    assert document.name(document.all("button")[0]) == name


def test_a_selector_leads_to_its_element():
    document = Document(PAGE.format("<p>a</p><p>b <i>c</i></p><div id='x'><b>d</b></div>"))
    assert document.selector(document.all("i")[0]) == "html > body > main > p:nth-of-type(2) > i"
    assert document.selector(document.all("b")[0]) == "#x > b"


def test_a_page_without_tags_for_head_and_body_is_read_whole():
    page = Document("<!doctype html><html lang=en><!-- x --><title>Bins</title><meta charset=utf-8><main><h1>Bins</h1>")
    assert [element.getparent().tag for element in page.all("main", "title")] == ["body", "head"]
    assert not page.unseen(page.all("h1")[0])
