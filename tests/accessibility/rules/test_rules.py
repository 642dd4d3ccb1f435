"""Each rule finds its fault, names the block, and says nothing of good content."""

import pytest
from django.utils.translation import override
from wagtail.images import get_image_model

from accessibility.extract import ContentTree, extract, from_html
from accessibility.extract.markup import add_markup
from accessibility.extract.tree import Broken, FormField, Media, Paragraph, Picture, Place, Table
from accessibility.rules import Rule, register_rule, ruleset, run_rules
from accessibility.rules.registry import _rules
from tests.accessibility.testapp.models import AnythingPage

GERMAN = "<p>Der Rat wird Ihnen den Ausweis schicken und Sie können ihn nutzen, wenn er da ist.</p>"
PLACE = Place("body", "b1", "Text")


def findings(*nodes, html="", language="en", title=None):
    tree = ContentTree(language=language, title=title)
    tree.add(*nodes)
    add_markup(tree, html, PLACE)
    return run_rules(tree)


def rules_of(*nodes, **kwargs):
    return {finding.rule for finding in findings(*nodes, **kwargs)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ('<embed embedtype="image" id="1" format="left">', "image-alt"),
        ('<embed embedtype="image" id="1" alt="DSC_0012.jpg">', "image-alt-filler"),
        ('<embed embedtype="image" id="1" alt="photo">', "image-alt-filler"),
        ('<embed embedtype="image" id="1" alt="Image of a bin">', "image-alt-style"),
        ("<h2></h2>", "heading-empty"),
        ("<h3>Too deep</h3>", "heading-order"),
        ("<h2>Fine</h2><h4>Too deep</h4>", "heading-order"),
        ("<h1>Again</h1>", "heading-order"),
        ("<table><tr><td>1</td></tr></table>", "table-header"),
        ('<p><a href="https://example.org">Click here</a></p>', "link-text"),
        ('<p><a href="https://example.org">https://example.org/a</a></p>', "link-text"),
        ('<p><a href="https://example.org"> </a></p>', "link-text"),
        ('<p><a href="https://example.org">&gt;&gt;</a></p>', "link-text"),
        ('<p><a href="https://example.org">یہاں کلک کریں</a></p>', "link-text"),
        ('<p><a href="javascript:go()">Apply for a permit</a></p>', "link-target"),
        ('<p><a href="#">Apply for a permit</a></p>', "link-target"),
        ("<p><a>Apply for a permit</a></p>", "link-target"),
        ('<p><a linktype="page" id="9999">Apply for a permit</a></p>', "link-page"),
        ('<p><a linktype="document" id="9999">The parking plan</a></p>', "link-document"),
        ('<embed embedtype="media" url="https://example.org/v">', "embed-title"),
        ('<p lang="xx-nowhere">Text</p>', "language-part"),
        ("<p><b>Opening times</b></p>", "heading-fake"),
        ("<p>DO NOT PARK HERE EVER AGAIN</p>", "capitals"),
        ("<p>You must commence the work.</p>", "words-to-avoid"),
        (f"<p>{'word ' * 26}.</p>", "sentence-length"),
        ("<p>The form must be submitted.</p>", "passive"),
        (f"<p>{'administrative accommodation documentation ' * 15}.</p>", "reading-lix"),
        ("<p>Ask the HWRC about it.</p>", "abbreviation"),
        (f"<p>{'word. ' * 401}</p>", "headings-few"),
        ("<p>𝐁𝐢𝐧𝐬 are free</p>", "styled-letters"),
        ("<p>Bins 🗑🗑🗑</p>", "emoji-run"),
        ("<p>Text</p><p></p>", "paragraph-blank"),
        ("<p>- one</p><p>- two</p><p>- three</p>", "list-fake"),
        (f"<p><i>{'word ' * 30}</i></p>", "italics"),
        ("<table><tr><th colspan='2'>Day</th></tr><tr><td>1</td><td>2</td></tr></table>", "table-complex"),
        ("<p><a href='/a'>Pay</a>, or <a href='/b'>pay</a></p>", "link-same-words"),
        ("<p><a href='/a'>Pay now</a> <a href='/a'>by card</a></p>", "link-adjacent"),
        ("<p><a href='/a' target='_blank'>Pay now</a></p>", "link-new-tab"),
        ('<p><a href="/a">Pay now</a></p><embed embedtype="image" id="1" alt="Pay now">', "image-alt-repeats"),
        ("<p>Use the form on the right.</p>", "sensory-words"),
        ("<p>Fields marked in red are wrong.</p>", "colour-words"),
        (
            "<p>Der Rat wird Ihnen den Ausweis schicken und Sie können ihn nutzen, wenn er da ist.</p>",
            "language-unmarked",
        ),
        ("<p>یہاں آپ پارکنگ کا اجازت نامہ لے سکتے ہیں۔</p>", "direction"),
    ],
)
def test_a_fault_is_found_where_it_stands(html, rule):
    found = [finding for finding in findings(html=html) if finding.rule == rule]
    assert found, f"{rule} says nothing of {html}"
    assert found[0].block_id == "b1"
    assert found[0].message
    assert found[0].why
    assert found[0].how


@pytest.mark.django_db
@pytest.mark.parametrize(
    "html",
    [
        "<h2>Apply</h2><p>You can apply online.</p><h3>By post</h3><p>Write to us.</p><h2>Pay</h2>",
        '<embed embedtype="image" id="1" alt="A brown bin at the kerb">',
        '<embed embedtype="image" id="1" alt="">',
        "<table><tr><th>Day</th></tr><tr><td>Monday</td></tr></table>",
        '<p><a href="https://example.org">Apply for a parking permit</a></p>',
        '<p><a href="#times">See the opening times</a></p>',
        '<p lang="pl">Dzień dobry</p>',
        "<p><b>Warning:</b> you may get a fine.</p>",
        "<p>Ask the Household Waste Centre (HWC). The HWC is open.</p>",
        "<p>You have the right to appeal. Turn right at the bridge.</p>",
        '<p lang="ur" dir="rtl">یہاں آپ پارکنگ کا اجازت نامہ لے سکتے ہیں۔</p>',
        "<ul><li>- one</li></ul><p><i>Note:</i> it is free.</p>",
    ],
)
def test_good_content_passes_without_a_word(html):
    get_image_model().objects.create(pk=1, title="Bin", file="bin.png", width=1, height=1)
    assert findings(html=html, title="Parking") == []


def test_media_need_captions_and_a_transcript():
    bare = Media(PLACE, kind="video", title="Bins")
    full = Media(PLACE, kind="video", title="Bins", has_captions=True, has_transcript=True)
    assert rules_of(bare) == {"video-captions", "media-transcript"}
    assert rules_of(full) == set()
    assert rules_of(Media(PLACE, kind="audio", title="Bins")) == {"media-transcript"}


def test_an_image_needs_words_or_the_answer_decorative():
    assert rules_of(Picture(PLACE, file_name="a.jpg")) == {"image-alt"}
    assert rules_of(Picture(PLACE, file_name="a.jpg", decorative=True)) == set()
    assert rules_of(Picture(PLACE, alt="bin_2", file_name="original_images/bin_2.jpg")) == {"image-alt-filler"}


def test_a_table_block_needs_a_header():
    assert rules_of(Table(PLACE, rows=3)) == {"table-header"}
    assert rules_of(Table(PLACE, rows=3, has_header=True)) == set()


def field(text="What is your name?", **values):
    return FormField(PLACE, text, **values)


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        ("field-label", field(""), field()),
        ("field-label", field("", placeholder="Your name"), field(placeholder="Your name")),
        ("field-legend", field(" ?", kind="radios"), field(kind="radios")),
        ("field-options", field(options=("Yes", "")), field(options=("Yes", "No"))),
        ("field-options", field(options=("Yes", "yes")), field(options=("Yes", "No"))),
        ("field-label-vague", field("Details:"), field("Details of the damage")),
        ("field-hint", field(hint="word " * 50), field(hint="As on your passport")),
        ("field-hint", field(hint="What is your name?"), field()),
        ("field-error", field(errors=("Invalid!",)), field(errors=("Enter your name",))),
    ],
)
def test_questions_say_what_they_ask(rule, bad, good):
    assert rule in rules_of(bad)
    assert rules_of(good) == set()


def test_questions_of_one_step_are_told_apart():
    assert rules_of(field(group="a"), field(group="a")) == {"field-label-unique"}
    assert rules_of(field(group="a"), field(group="b")) == set()


@pytest.mark.django_db
def test_two_live_pages_of_one_name_are_told_apart(make_page):
    first = make_page(live=True, slug="one")
    assert "page-title-repeated" not in {found.rule for found in run_rules(extract(first))}
    second = make_page(slug="two")
    assert "page-title-repeated" in {found.rule for found in run_rules(extract(second))}


@pytest.mark.parametrize("tongue", ["ur", "pl", "ar"])
def test_plain_english_is_asked_of_english_only(tongue):
    words = Paragraph(PLACE, "You must commence the work, which must be submitted to the HWRC. " * 20, language=tongue)
    assert not rules_of(words, language=tongue) & {
        *("words-to-avoid", "passive", "reading-age", "reading-lix", "sentence-length", "abbreviation")
    }


def test_a_page_needs_a_title_and_a_snippet_needs_none():
    assert rules_of(title=" ") == {"page-title"}
    assert rules_of(title=None) == set()


def test_a_rule_that_raises_blocks_and_is_named():
    class Raises(Rule):
        id = "raises"
        why = how = ""

        def check(self, content):
            raise ZeroDivisionError

    before = ruleset()
    register_rule(Raises)
    try:
        (finding,) = findings()
        assert (finding.rule, finding.blocking) == ("raises", True)
        assert "raises" in finding.message
        assert ruleset() != before
    finally:
        del _rules["raises"]


def test_on_a_page_of_ten_thousand_blocks_what_shuts_people_out_is_found_and_advice_is_left_out():
    words = "You must commence the work, which takes two days in most cases. "
    many = [Paragraph(Place("body", f"b{number}", "Text"), words, language="en") for number in range(10_000)]
    found = findings(*many, Picture(Place("body", "last", "Picture"), file_name="a.png"))
    assert [(finding.rule, finding.blocking) for finding in found] == [("page-too-long", False), ("image-alt", True)]
    assert found[1].block_id == "last"


def test_an_unread_part_blocks():
    (finding,) = findings(Broken(PLACE, "KeyError"))
    assert (finding.rule, finding.blocking, finding.block_id) == ("could-not-read", True, "b1")


def test_a_second_rule_of_the_same_id_is_refused():
    class Twin(Rule):
        id = "image-alt"

    with pytest.raises(ValueError, match="image-alt"):
        register_rule(Twin)


def test_plain_html_advises_and_never_blocks():
    tree = from_html("<html lang=en><title>T</title><h1>T</h1><img src=a.png><a href=x>click here</a></html>")
    found = run_rules(tree)
    assert {"image-alt", "link-text"} < {finding.rule for finding in found}
    assert not any(finding.blocking for finding in found)


def test_findings_speak_the_language_of_the_admin_and_are_strings():
    with override("en"):
        (finding,) = findings(html="<h2></h2>")
    assert isinstance(finding.how, str)


@pytest.mark.django_db
def test_blocks_of_every_shape_are_read_with_their_uuid(home):
    page = AnythingPage(title="T", slug="t")
    bad = "<p><a href='#'>more</a></p>"
    page.body = [
        {"type": "text", "value": bad, "id": "in-text"},
        {"type": "list", "value": [bad], "id": "in-list"},
        {"type": "card", "value": {"words": bad, "picture": None}, "id": "in-struct"},
        {"type": "rows", "value": {"data": [["1", "2"]]}, "id": "in-table"},
        {"type": "heading", "value": {"text": "Times", "level": "3"}, "id": "house-heading"},
        {"type": "image", "value": {"image": None, "alt_text": "", "decorative": False}, "id": "no-image"},
        {"type": "image", "value": {"image": 987654, "alt_text": "A bin", "decorative": False}, "id": "lost-image"},
        {"type": "card", "value": {"words": "", "picture": {"image": 987654}}, "id": "lost-in-struct"},
        {"type": "link", "value": 987654, "id": "lost-page"},
        {"type": "text", "value": '<embed embedtype="image" id="987654" alt="A bin">', "id": "lost-in-text"},
        {"type": "card", "value": None, "id": "spoilt"},
        {"type": "document", "value": {"document": None, "text": "The plan"}, "id": "house-document"},
        {"type": "call_to_action", "value": {"text": "Go", "page": None, "url": "", "note": ""}, "id": "house-button"},
        {"type": "details", "value": {"summary": "More about it", "text": bad}, "id": "house-details"},
        {"type": "steps", "value": {"steps": [{"title": "Go there", "text": bad}]}, "id": "house-steps"},
    ]
    page.body = AnythingPage._meta.get_field("body").to_python(page.body)
    stored = page.body.get_prep_value()
    found = {finding.block_id for finding in run_rules(extract(page)) if finding.blocking}
    assert found == {
        *("in-text", "in-list", "in-struct", "in-table"),
        *("house-heading", "house-document", "house-button", "house-details", "house-steps"),
        *("lost-image", "lost-in-struct", "lost-page", "lost-in-text", "spoilt"),
    }
    assert page.body.get_prep_value() == stored


@pytest.mark.django_db
def test_a_fingerprint_survives_edits_elsewhere():
    first = findings(html="<p>Text</p><h2></h2>")
    second = findings(html="<h2></h2><p>Other text</p>")
    assert [finding.fingerprint for finding in first] == [finding.fingerprint for finding in second]
