"""A Word file becomes a draft page: what comes along, what stays behind, and who may do it."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Site

from accessibility.documents.publication import carry
from accessibility.documents.web_page.lists import html_list
from accessibility.services import ensure_checked
from core.models import AuditEvent
from library.models import CustomDocument, CustomImage
from services.models import PublicationPage
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db

NUMBERING = (
    f'<w:numbering xmlns:w="{make.W}"><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "PNG")
    return file.getvalue()


def item(text: str, depth: int) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def shown(alt: str) -> str:
    blip = f'<a:blip xmlns:r="{make.OFFICE}" r:embed="rIdPicture"/>'
    return make.picture(alt).replace("<pic:pic/>", f"<pic:pic><pic:blipFill>{blip}</pic:blipFill></pic:pic>")


def word_file(*more: str) -> bytes:
    relations = (
        f'<Relationship Id="rIdPicture" Type="{make.OFFICE}/image" Target="media/bin.png"/>'
        f'<Relationship Id="rIdNumbers" Type="{make.OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
    )
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f"<w:p><w:r><w:t>Fees &amp; fines &lt;2026&gt; apply.</w:t></w:r>{reference}</w:p>"
    data = make.docx(
        make.paragraph("Bin days", style="Heading1"),
        note,
        make.link("Read the rules"),
        item("Sort it", 0),
        item("Glass", 1),
        item("Paper", 1),
        item("Put it out", 0),
        make.paragraph("When", style="Heading3"),
        make.table(header=True),
        shown("A green bin"),
        *more,
        word__numbering_xml=NUMBERING.encode(),
        word__media__bin_png=png(),
    )
    return make.edited(data, "word/_rels/document.xml.rels", "</Relationships>", relations)


@pytest.fixture
def document(upload):
    document = upload(word_file(), title="Bins")
    ensure_checked(document)
    return document


@pytest.fixture
def home():
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def writer(author, home):
    """The author may also add pages under the home page, and pictures."""
    group = author.groups.get()
    for name in ("add_page", "change_page"):
        GroupPagePermission.objects.create(group=group, page=home, permission=Permission.objects.get(codename=name))
    GroupCollectionPermission.objects.create(
        group=group,
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(codename="add_image"),
    )
    return author


def test_what_comes_along(document):
    carried = carry(document)
    assert carried.refusal == ""
    kinds = [block["type"] for block in carried.blocks]
    assert kinds == ["heading", "paragraph", "heading", "table", "image"]
    first, text, second, table, image = carried.blocks
    assert (first["level"], first["text"], second["level"]) == (2, "Bin days", 3)
    assert text["html"] == (
        "<p>Fees &amp; fines &lt;2026&gt; apply.</p>"
        '<p><a href="https://example.org/">Read the rules</a></p>'
        "<ol><li>Sort it<ul><li>Glass</li><li>Paper</li></ul></li><li>Put it out</li></ol>"
    )
    assert (table["heads"], table["rows"]) == (["Day", "Day"], [["Day", "Day"]])
    assert (image["alt"], image["decorative"]) == ("A green bin", False)
    assert carried.pictures == (png(),)


def test_what_stays_behind_is_said(document):
    said = carry(document).lost
    assert "1 footnote stays behind. Put what matters into the text." in said
    assert "1 table has no caption. Write one before you publish the page." in said
    assert "1 heading stood deeper than a web page goes. It moves up." in said
    assert any("because you may not add pictures" in line for line in carry(document, with_pictures=False).lost)


def test_lists_go_in_and_out():
    items = [(2, "ul", "a"), (0, "ul", "b"), (1, "ol", "c"), (3, "ol", "d"), (0, "ol", "e")]
    assert html_list(items) == (
        "<ul><li>a</li><li>b<ol><li>c<ol><li>d</li></ol></li></ol></li></ul><ol><li>e</li></ol>"
    )


def test_one_press_makes_a_draft(as_author, writer, document, home):
    report = as_author.get(reverse("document_checks:report", args=[document.pk])).content.decode()
    address = reverse("document_checks:web_page", args=[document.pk])
    assert address in report
    look = as_author.get(address)
    assert "1 picture with its alternative text" in look.content.decode()
    assert as_author.post(address, {"title": "", "parent": home.pk}).status_code == 422
    assert not PublicationPage.objects.exists()
    answer = as_author.post(address, {"title": "Bin days in Oxford", "parent": home.pk})
    page = PublicationPage.objects.get()
    assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.owner, page.latest_revision is None) == (False, writer, False)
    assert AuditEvent.objects.get(verb="document.web_page").outcome == str(page.pk)
    image = CustomImage.objects.get()
    block = page.body[4]
    assert (block.value.pk, block.value.contextual_alt_text) == (image.pk, "A green bin")
    assert page.body[3].value["cells"].columns[0]["heading"] == "Day"
    assert document.compute_sha256() == document.sha256
    html = str(page.latest_revision.as_object().body.render_as_block())
    assert "<ol>" in html
    assert 'alt="A green bin"' in html
    assert client_is_stopped(as_author, page)


def client_is_stopped(client, page) -> bool:
    """Residents do not meet a draft."""
    client.logout()
    return client.get(page.url).status_code == 404


def test_only_word_files_and_only_who_may_add_pages(as_author, author, upload, document):
    assert as_author.get(reverse("document_checks:web_page", args=[document.pk])).status_code == 302
    paper = upload(make.pdf(), name="a.pdf")
    ensure_checked(paper)
    assert as_author.get(reverse("document_checks:web_page", args=[paper.pk])).status_code == 404
    page = as_author.get(reverse("document_checks:report", args=[paper.pk])).content.decode()
    assert "Publish as a web page instead" not in page


def test_file_without_words_says_so(as_author, writer, upload, home):
    empty = upload(make.docx(), name="empty.docx")
    ensure_checked(empty)
    address = reverse("document_checks:web_page", args=[empty.pk])
    assert "There is nothing in the file" in as_author.get(address).content.decode()
    assert as_author.post(address, {"title": "A", "parent": home.pk}).status_code == 422
    CustomDocument.objects.filter(pk=empty.pk).update(file="documents/gone.docx")
    assert "The file is not in the store" in as_author.get(address).content.decode()


def test_picture_that_is_none_becomes_a_line(as_author, writer, upload, home):
    broken = make.edited(word_file(), "word/media/bin.png", png()[20:], b"")
    document = CustomDocument.objects.create(title="Bins", file=ContentFile(broken, name="bins.docx"))
    ensure_checked(document)
    as_author.post(reverse("document_checks:web_page", args=[document.pk]), {"title": "A", "parent": home.pk})
    page = PublicationPage.objects.get()
    assert "a picture that we could not take over" in str(page.body.raw_data[4]["value"])
    assert not CustomImage.objects.exists()
