"""What the body of a page may hold, and how it is drawn."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import RequestFactory
from wagtail.contrib.typed_table_block.blocks import TypedTableBlockValidationError
from wagtail.images.tests.utils import get_test_image_file
from wagtail_localize.segments import StringSegmentValue

from core.blocks import BODY_BLOCKS, BodyBlock, CallToActionBlock, PictureBlock
from core.blocks.table import CellsBlock
from core.blocks.text import ParagraphBlock
from library.models import CustomDocument, CustomImage
from tests.accessibility.documents import makers as make
from tests.core.specimen.views import BODY

pytestmark = pytest.mark.django_db


def drawn(*blocks):
    block = BodyBlock()
    html = block.render(block.to_python(list(blocks)), {"request": RequestFactory().get("/")})
    return BeautifulSoup(html, "html.parser")


def one(kind, value):
    return drawn({"type": kind, "id": "b1", "value": value})


def cells(caption="Prices", heading="Bin", value="£35.50"):
    columns = [{"type": "text", "heading": heading}, {"type": "number", "heading": "Price"}]
    return CellsBlock().to_python({"caption": caption, "columns": columns, "rows": [{"values": ["Green", value]}]})


def test_every_block_is_wrapped_with_its_id():
    page = drawn(*BODY)
    assert [tag["data-block-id"] for tag in page.find_all(attrs={"data-block-id": True})] == [
        block["id"] for block in BODY
    ]


def test_contract_names():
    assert [name for name, _ in BODY_BLOCKS] == [
        "heading", "paragraph", "image", "document", "table", "warning", "inset", "details", "steps", "call_to_action",
    ]  # fmt: skip


def test_rich_text_keeps_bold_lists_and_links_only():
    raw = {
        "blocks": [
            {"key": "a", "text": "Big", "type": "header-one", "depth": 0, "inlineStyleRanges": [], "entityRanges": []},
            {
                "key": "b",
                "text": "one two",
                "type": "unordered-list-item",
                "depth": 0,
                "inlineStyleRanges": [
                    {"offset": 0, "length": 3, "style": "BOLD"},
                    {"offset": 4, "length": 3, "style": "ITALIC"},
                ],
                "entityRanges": [],
            },
        ],
        "entityMap": {},
    }
    value = ParagraphBlock().value_from_datadict({"x": json.dumps(raw)}, {}, "x")
    page = BeautifulSoup(value.source, "html.parser")
    assert not page.find(["h1", "i", "em"])
    assert page.li.b.text == "one"


def test_headings_have_two_levels_under_the_title():
    assert one("heading", {"text": "Costs", "level": "2"}).h2.text == "Costs"
    assert one("heading", {"text": "Costs", "level": "3"}).h3.text == "Costs"


def test_words_are_escaped():
    page = one("warning", {"text": "<b onclick=x>Fine</b>"})
    assert page.find("b") is None
    assert "<b onclick=x>Fine</b>" in page.text


def test_a_picture_shows_its_alternative_text_and_a_decorative_one_none():
    image = CustomImage.objects.create(title="photo_0815.jpg", file=get_test_image_file(), credit="A. Resident")
    value = {"image": image.pk, "alt_text": "A blue bin with its lid open", "decorative": False}
    page = one("image", value)
    assert page.img["alt"] == "A blue bin with its lid open"
    assert page.img["loading"] == "lazy"
    assert page.img["width"]
    assert "Picture: A. Resident" in page.figcaption.text
    assert one("image", {**value, "decorative": True}).img["alt"] == ""


def test_a_picture_without_alternative_text_is_refused():
    image = CustomImage.objects.create(title="x", file=get_test_image_file())
    block = PictureBlock()
    value = block.to_python({"image": image.pk, "alt_text": "", "decorative": False})
    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_document_says_type_and_size():
    pdf = make.pdf()
    file = ContentFile(pdf + b" " * (20_000 - len(pdf)), name="rules.pdf")
    document = CustomDocument.objects.create(title="Bin rules", file=file)
    page = one("document", {"document": document.pk, "text": ""})
    assert page.a.text == "Bin rules"
    assert page.find(class_="wm-document__facts").text == "PDF, 19.5\xa0KB"
    assert one("document", {"document": document.pk, "text": "The rules"}).a.text == "The rules"


def test_a_deleted_document_leaves_no_broken_link():
    assert one("document", {"document": 4711, "text": "Gone"}).find("a") is None


def test_a_table_has_caption_scopes_and_a_way_for_the_keyboard():
    page = drawn(*[block for block in BODY if block["type"] == "table"])
    assert page.caption.text == "What a new bin costs"
    assert [cell.text for cell in page.find_all("th", scope="col")] == ["Bin", "Price"]
    assert page.find("th", scope="row").text == "Green bin, 180 litres"
    region = page.find(role="region")
    assert (region["tabindex"], region["aria-label"]) == ("0", "What a new bin costs")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [({"caption": " "}, "Write a caption"), ({"heading": ""}, "Write a heading for every column")],
)
def test_a_table_that_says_too_little_is_refused(arguments, message):
    with pytest.raises(TypedTableBlockValidationError) as caught:
        CellsBlock().clean(cells(**arguments))
    assert message in str(caught.value.non_block_errors)


def test_an_empty_table_is_refused():
    with pytest.raises(TypedTableBlockValidationError) as caught:
        CellsBlock().clean(CellsBlock().to_python(None))
    assert "Add at least one column and one row." in str(caught.value.non_block_errors)


def test_a_table_goes_to_translators_and_comes_back():
    block, table = CellsBlock(), cells()
    paths = [segment.path for segment in block.get_translatable_segments(table)]
    assert paths == ["caption", "heading-0", "heading-1", "cell-0-0", "cell-0-1"]
    translated = block.restore_translated_segments(
        table, [StringSegmentValue("caption", "قیمتیں"), StringSegmentValue("cell-0-0", "سبز")]
    )
    assert translated.caption == "قیمتیں"
    assert [cell.value for cell in next(iter(translated.rows))] == ["سبز", "£35.50"]
    assert translated.columns[0]["heading"] == "Bin"
    assert table.caption == "Prices"


@pytest.mark.parametrize("url", ["", "https://example.org/"])
def test_a_button_leads_to_exactly_one_place(home, url):
    block = CallToActionBlock()
    value = block.to_python({"text": "Start", "page": None if not url else home.pk, "url": url, "note": ""})
    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_button_leads_to_a_page(home):
    page = one("call_to_action", {"text": "Start", "page": home.pk, "url": "", "note": "2 minutes"})
    assert page.a["href"].endswith("/")
    assert "2 minutes" in page.text
