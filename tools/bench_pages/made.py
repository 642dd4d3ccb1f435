"""60 pages of the demo's own blocks, and the same with one fault each."""

import copy
import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from typing import Any

from django.core.management import call_command
from wagtail.models import Locale, Page

from services.models import StandardPage

COUNT = 60
BLOCKS_A_PAGE = 8
Raw = dict[str, Any]
WORDS = 2_000
SENTENCE = "Prior to the commencement of works the application must be submitted by you so that we can assist with it."
POLISH = "Jeśli potrzebujesz pomocy, zadzwoń do nas i powiedz, że nie mówisz po angielsku, a my znajdziemy tłumacza."


def text(html: str) -> Raw:
    """Return a paragraph."""
    return {"type": "paragraph", "value": html}


def heading(words: str, level: str) -> Raw:
    """Return a heading."""
    return {"type": "heading", "value": {"text": words, "level": level}}


#: The rule that has to speak up, and the block that is put into a page.
FAULTS: list[tuple[str, Raw]] = [
    ("link-text", text('<p>To apply for it, <a href="https://example.org/apply">click here</a>.</p>')),
    ("link-text", text('<p>The map is at <a href="https://example.org/map">https://example.org/map</a>.</p>')),
    ("link-text", text('<p>Opening times <a href="https://example.org/times">&gt;</a></p>')),
    ("link-text", text('<p>Opening times <a href="https://example.org/times"></a></p>')),
    ("link-target", text('<p><a href="#">Pay your council tax</a></p>')),
    ("link-target", text('<p><a href="javascript:pay()">Pay your council tax</a></p>')),
    ("link-page", text('<p><a linktype="page" id="999999">Pay your council tax</a></p>')),
    ("link-document", text('<p><a linktype="document" id="999999">The plan for the park</a></p>')),
    ("heading-empty", heading("", "2")),
    ("heading-order", heading("How we decide", "4")),
    ("heading-fake", text("<p><b>Opening times</b></p>")),
    ("image-alt", text('<embed embedtype="image" id="1" format="left">')),
    ("image-alt-filler", text('<embed embedtype="image" id="1" format="left" alt="IMG_2041.jpg">')),
    ("image-alt-filler", text('<embed embedtype="image" id="1" format="left" alt="photo">')),
    ("image-alt-style", text('<embed embedtype="image" id="1" format="left" alt="Picture of a recycling lorry">')),
    ("embed-title", text('<embed embedtype="media" url="https://example.org/video">')),
    ("table-header", text("<table><tr><td>Monday</td><td>9am</td></tr><tr><td>Tuesday</td><td>10am</td></tr></table>")),
    ("direction", text("<p>اس خدمت کے بارے میں ہم سے بات کرنے کے لیے ہمیں فون کریں۔</p>")),
    ("language-part", text('<p lang="zz-zz">Bonjour tout le monde</p>')),
    ("language-unmarked", text(f"<p>{POLISH}</p>")),
    ("list-fake", text("<p>- your name</p><p>- your address</p><p>- your date of birth</p>")),
    ("capitals", text("<p>DO NOT LEAVE BAGS BESIDE THE BIN</p>")),
    ("styled-letters", text("<p>\U0001d405\U0001d42b\U0001d41e\U0001d41e for everyone</p>")),
    ("emoji-run", text("<p>Join us \U0001f389\U0001f389\U0001f389</p>")),
    ("paragraph-blank", text("<p></p>")),
    ("sensory-words", text("<p>Use the form on the right to tell us.</p>")),
    ("colour-words", text("<p>The fields marked in red must be filled in.</p>")),
    ("words-to-avoid", text("<p>You must commence the work prior to May.</p>")),
    ("sentence-length", text(f"<p>We will write to you when {'we have looked at it and ' * 6}then you can come.</p>")),
    ("passive", text("<p>The form must be submitted.</p>")),
]


@cache
def load() -> None:
    """Make a database with the demo in it; it lies in the folder of this measurement."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        call_command("migrate", verbosity=0)
        call_command("load_demo")


@cache
def pages() -> list[StandardPage]:
    """Return unsaved pages whose blocks are those of the demo, with headings of level 2 only."""
    load()
    english = Locale.objects.get(language_code="en")
    blocks = [
        plain(dict(raw))
        for page in Page.objects.live().filter(locale=english).specific()
        if hasattr(page, "body") and hasattr(page.body, "raw_data")
        for raw in page.body.raw_data
    ]
    made = []
    for number in range(COUNT):
        start = number * BLOCKS_A_PAGE
        chosen = [copy.deepcopy(blocks[(start + place) % len(blocks)]) for place in range(BLOCKS_A_PAGE)]
        made.append(page_of(number, chosen, english))
    return made


def long_page() -> StandardPage:
    """Return an unsaved page of 2,000 words in short parts, with what each rule of plain English looks for."""
    parts = WORDS // (2 * len(SENTENCE.split()))
    body = [
        block
        for number in range(parts)
        for block in (heading(f"Part {number}", "2"), text(f"<p>{SENTENCE} <b>{SENTENCE}</b></p>"))
    ]
    return page_of(COUNT, body, Locale.objects.get(language_code="en"))


def plain(raw: Raw) -> Raw:
    """Return a block with its heading at level 2: blocks of several pages stand side by side."""
    if raw["type"] == "heading":
        raw["value"] = {**raw["value"], "level": "2"}
    return raw


def page_of(number: int, raw: list[Raw], locale: Locale) -> StandardPage:
    """Return a page with these blocks; each gets an id that says its page and place."""
    page = StandardPage(title=f"Made page {number}", slug=f"made-{number}", locale=locale)
    body = [{**block, "id": f"made-{number}-{place}"} for place, block in enumerate(raw)]
    page.body = StandardPage._meta.get_field("body").to_python(body)
    return page


def with_faults(clean: list[StandardPage]) -> Iterator[tuple[StandardPage, str, str]]:
    """Yield each page with one fault in its middle: page, the rule that has to find it, the id of its block."""
    for number, page in enumerate(clean):
        rule, fault = FAULTS[number % len(FAULTS)]
        raw = [{"type": block["type"], "value": block["value"]} for block in page.body.raw_data]
        raw.insert(BLOCKS_A_PAGE // 2, copy.deepcopy(fault))
        seeded = page_of(number, raw, page.locale)
        yield seeded, rule, f"made-{number}-{BLOCKS_A_PAGE // 2}"
