"""An existing site comes in as drafts: what is broken is named, what did not come along is listed, nothing twice."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from services.importing.convert import convert
from services.importing.source import Broken, Item, read
from services.models import PublicationPage, StandardPage
from services.moved import LoopError, add_move
from tests.accessibility.documents import makers

OLD = """title,address,html,owner,review_on,summary
Parking,/old/parking.aspx,"<h1>Parking</h1><p>Go <b>here</b>.</p><img alt='A sign'>",Parking,2027-03-31,Where.
,/old/none,<p>x</p>,,,
Trees,/old/trees,"<p>Trees
grow.</p>",Nobody's team,,
Bad day,/old/day,<p>x</p>,,soon,
Parking again,/old/parking.aspx,<p>x</p>,,,
Empty,/old/empty,,,,
"""


@pytest.fixture
def old_site(tmp_path):
    file = tmp_path / "old.csv"
    file.write_text(OLD, encoding="utf-8")
    return file


def bring_in(source, report):
    out = StringIO()
    try:
        call_command("import_pages", str(source), "--report", str(report), stdout=out, stderr=StringIO())
    except CommandError as error:
        out.write(str(error))
    with report.open(encoding="utf-8") as file:
        return out.getvalue(), list(csv.DictReader(file))


def test_a_broken_row_is_named_by_its_line_and_the_others_go_on(demo, old_site, tmp_path):
    printed, rows = bring_in(old_site, tmp_path / "report.csv")
    results = {row["where"]: row["result"] for row in rows}
    assert results == {
        "line 2": "imported", "line 3": "not imported", "line 4": "imported", "line 6": "not imported",
        "line 7": "not imported", "line 8": "not imported",
    }  # fmt: skip
    assert "line 3: There is no title." in printed
    assert "line 6: The review date “soon” is no day." in printed
    assert "line 7: Its address is also that of line 2." in printed


def test_a_page_is_a_draft_with_owner_review_date_redirect_and_a_list_of_what_it_needs(
    demo, old_site, tmp_path, client
):
    _printed, rows = bring_in(old_site, tmp_path / "report.csv")
    page = StandardPage.objects.get(slug="parking")
    assert (page.live, page.owning_team.name, page.review_on) == (False, "Parking", date(2027, 3, 31))
    assert [block.block_type for block in page.body] == ["paragraph"]
    assert "A sign" in rows[0]["what needs work"]
    assert int(rows[0]["reading age"]) >= 5
    assert "There is no team “Nobody's team”" in rows[2]["what needs work"]
    page.save_revision().publish()
    assert client.get("/old/parking.aspx")["Location"] == "/parking/"


def test_a_second_run_repeats_nothing_and_keeps_what_an_author_changed(demo, old_site, tmp_path):
    bring_in(old_site, tmp_path / "report.csv")
    page = StandardPage.objects.get(slug="parking")
    page.title = "Where to park"
    page.save_revision().publish()
    before = StandardPage.objects.count()
    _printed, rows = bring_in(old_site, tmp_path / "report.csv")
    assert StandardPage.objects.count() == before
    assert StandardPage.objects.get(pk=page.pk).title == "Where to park"
    assert rows[0]["result"] == "there already"


def test_a_folder_of_markdown_html_and_word(demo, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: Allotments\nowner: Housing\n---\n## Rent one\n\nAsk **us**.\n")
    (folder / "b.html").write_text("<title>x</title><nav>Menu</nav><main><h1>Bees</h1><p>Keep bees.</p></main>")
    (folder / "c.docx").write_bytes(makers.docx(makers.paragraph("Our plan", style="Heading1"), "We plant trees."))
    (folder / "d.xyz").write_text("?")
    (folder / "e.md").write_text("---\n- no names\n---\ntext")
    _printed, rows = bring_in(folder, tmp_path / "report.csv")
    assert [row["result"] for row in rows] == ["imported", "imported", "imported", "not imported", "not imported"]
    page = StandardPage.objects.get(title="Allotments")
    assert [(block.block_type) for block in page.body] == ["heading", "paragraph"]
    assert "Menu" not in str(StandardPage.objects.get(title="Bees").body)
    assert not PublicationPage.objects.get(latest_revision__isnull=False, live=False).live
    assert bring_in(folder, tmp_path / "report.csv")[1][2]["result"] == "there already"


def test_html_becomes_blocks_and_what_is_lost_is_said():
    html = """<div><h2>One</h2><p>a</p><ul><li><strong>b</strong></li></ul><h4>Two</h4>loose <i>text</i>
    <table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table><iframe src=x></iframe><script>x</script></div>"""
    done = convert(html, "One page")
    assert [block["type"] for block in done.blocks] == ["heading", "paragraph", "heading", "paragraph", "table"]
    assert done.blocks[1]["html"] == "<p>a</p><ul><li><b>b</b></li></ul>"
    assert done.blocks[2]["level"] == 3
    assert done.blocks[4]["rows"] == [["1", ""]]
    assert any("iframe" in words for words in done.lost)
    assert any("caption" in words for words in done.lost)


def test_words_stay_apart_and_what_stands_among_words_is_not_dropped_in_silence():
    html = """<dl><dt>Opening</dt><dd>9am</dd><dt>Phone</dt><dd>01632 960100</dd></dl><hr>
    <ul><li><div>Bring</div><div>a bill</div></li></ul><hr><pre>1 High Street
Oxford</pre><hr><blockquote><p>Good.</p><p>Very.</p></blockquote><hr><p><strong class="x">Now</strong></p>
    <p>See <iframe src=x></iframe><video src=y></video></p>
    <table><tr><th>A</th></tr><tr><td><a href="/fees">B</a><img alt="C"></td></tr></table>"""
    done = convert(html, "One page")
    text, table = done.blocks
    assert text["html"] == (
        "<p><b>Opening</b></p><p>9am</p><p><b>Phone</b></p><p>01632 960100</p>"
        "<ul><li>Bring a bill </li></ul><p>1 High Street<br>Oxford</p><p>Good.</p><p>Very.</p>"
        "<p><b>Now</b></p><p>See </p>"
    )
    assert table["rows"] == [["B"]]
    for part in ("(iframe)", "(video)", "A table had links.", "did not come along: C."):
        assert any(part in words for words in done.lost), part


def test_a_row_after_empty_lines_is_named_by_its_own_line(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("title,html\n\nA,<p>x</p>\n\n\n,<p>no title</p>\nB,<p>x</p>,more\n")
    assert [item.where for item in read(file)] == ["line 3", "line 6", "line 7"]
    assert [type(item) for item in read(file)] == [Item, Broken, Broken]


def test_a_first_row_that_cannot_be_read_is_named_and_nothing_is_guessed(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text(f'"{"x" * 5_000_001}"\nA,<p>x</p>\n')
    assert [(item.where, type(item)) for item in read(file)] == [("line 1", Broken)]


def test_a_file_that_is_not_utf8_says_how_to_save_it(tmp_path):
    file = tmp_path / "x.csv"
    file.write_bytes("title,html\nCafé,<p>x</p>\n".encode("cp1252"))
    (item,) = read(file)
    assert isinstance(item, Broken)
    assert "CSV UTF-8" in item.why


def test_redirects_that_lead_in_a_circle_are_refused(demo, tmp_path):
    site = Site.objects.get(is_default_site=True)
    add_move("/a", "/b", site)
    add_move("/b", "/c", site)
    with pytest.raises(LoopError):
        add_move("/c/", "/a/", site)
    with pytest.raises(LoopError):
        add_move("/d", "/d", site)
    add_move("/c", "https://example.org/a", site)
    file = tmp_path / "moves.csv"
    file.write_text("old,new\n/x,/keyboard-help/\n/keyboard-help?a,/x\n/x,/keyboard-help?a\nx,y\n")
    with pytest.raises(CommandError, match=r"line 4: .*circle") as refused:
        call_command("import_redirects", str(file), stdout=StringIO())
    assert "line 5:" in str(refused.value)
    assert Redirect.objects.get(old_path="/x").redirect_page.slug == "keyboard-help"


def test_redirects_from_windows_are_read_and_what_is_no_list_is_said(demo, tmp_path):
    file = tmp_path / "moves.csv"
    file.write_bytes("old,new\r\n/café,/keyboard-help/\r\n".encode("cp1252") + b"/x," + b"/" * 300 + b"\r\n")
    with pytest.raises(CommandError, match="line 3: An address may have 255 letters"):
        call_command("import_redirects", str(file), stdout=StringIO())
    assert Redirect.objects.get(old_path=Redirect.normalise_path("/café"))
    file.write_bytes(b"PK\x03\x04\x00\x81")
    with pytest.raises(CommandError, match="no CSV file"):
        call_command("import_redirects", str(file))
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_redirects", str(tmp_path / "none.csv"))


def test_the_admins_form_refuses_a_circle_too_and_keeps_what_was_typed(demo, client):
    client.force_login(demo.user("admin"))
    site = Site.objects.get(is_default_site=True)
    there = add_move("/keyboard-help", "/search/", site)
    add, back = reverse("wagtailredirects:add"), f"http://{site.hostname}/keyboard-help/"
    refused = client.post(add, {"old_path": "/search", "site": "", "redirect_link": back, "is_permanent": "on"})
    assert "would lead in a circle by" in refused.content.decode()
    assert 'value="/search"' in refused.content.decode()
    assert not Redirect.objects.filter(old_path="/search").exists()
    # A redirect is not in its own way: the same row may be turned round.
    turned = {"old_path": "/search", "site": site.pk, "redirect_link": back, "is_permanent": "on"}
    client.post(reverse("wagtailredirects:edit", args=[there.pk]), turned)
    assert Redirect.objects.get(pk=there.pk).old_path == "/search"


@pytest.mark.parametrize(
    "arguments", [["no-such-file.csv"], ["{file}", "--parent", "/nowhere/"], ["{file}", "--user", "x"]]
)
def test_what_cannot_be_done_is_said_before_anything_is(arguments, demo, old_site):
    with pytest.raises(CommandError, match="There is no"):
        call_command("import_pages", *[part.format(file=old_site) for part in arguments])
