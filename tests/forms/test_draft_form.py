"""Word and PDF forms become drafts: what stands before a blank is a question, and each is marked to be confirmed."""

import io
import json
from io import StringIO

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from pikepdf import Array, Dictionary, Name, String
from wagtail.models import Locale

from forms.compiler import build, findings
from forms.compiler.unconfirmed import MARK
from forms.exchange.base import RefusedError
from forms.exchange.drafting.draft import draft
from forms.exchange.drafting.reading import Grid, Guess, Reader
from forms.models import FormPage
from tests.accessibility.documents.makers import docx, paragraph
from tests.forms.conftest import home_page


def read(*lines):
    """Return what was read from lines of text; a list of lists is a table."""
    rows = [
        {"type": "table", "rows": [[[cell] if cell else [] for cell in row] for row in line]}
        if isinstance(line, list)
        else {"type": "line", "parts": [line] if line else []}
        for line in lines
    ]
    reader = Reader()
    return [item for section in reader.read(rows) for item in section.items], reader


def guesses(*lines):
    return [(item.kind, item.label) for item in read(*lines)[0] if isinstance(item, Guess)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. Full name (PLEASE PRINT): ______________"], [("name", "Full name")]),
        (["Name ________ Date of birth __/__/____"], [("name", "Name"), ("date", "Date of birth")]),
        (["Your e-mail address ............................"], [("email", "Your e-mail address")]),
        (["Address: __________", "__________", "Postcode _______"], [("address", "Address")]),
        (
            ["Please explain why you apply", "_____________", "_____________"],
            [("long_text", "Please explain why you apply")],
        ),
        (["What is your hobby? ____", "_________"], [("long_text", "What is your hobby?")]),
        (["How many people live there? ___"], [("number", "How many people live there?")]),
        (["Weekly rent (£) ______"], [("money", "Weekly rent (£)")]),
        (["National Insurance No. ________"], [("ni_number", "National Insurance No")]),
        (["Do you rent your home?  Yes / No (delete as appropriate)"], [("yes_no", "Do you rent your home?")]),
        (["Are you over 18? Yes ☐ No ☐"], [("yes_no", "Are you over 18?")]),
        (["Are you over 18?", "☐ Yes", "☐ No"], [("yes_no", "Are you over 18?")]),
        (["Tick one: ☐ Red ☐ Blue ☐ Green"], [("radios", "Tick one")]),
        (
            ["Which days suit you? (tick all that apply)", "☐ Monday", "☐ Tuesday"],
            [("checkboxes", "Which days suit you?")],
        ),
        (
            ["☐ I confirm that what I have written is true"],
            [("declaration", "I confirm that what I have written is true")],
        ),
        (["Signature ______________ Date ________"], [("declaration", "Signature"), ("date", "Date")]),
        (["Name of your school ________"], [("text", "Name of your school")]),
        (["Why do you apply?", "", "", ""], [("long_text", "Why do you apply?")]),
        ([[["Name", ""], ["Telephone", ""]]], [("name", "Name"), ("phone", "Telephone")]),
        ([[["Name", "", "Date of birth", ""]]], [("name", "Name"), ("date", "Date of birth")]),
        (["The council will write to you within ten days of this."], []),
        (["Contents ......... 3"], [("text", "Contents")]),
    ],
)
def test_what_stands_before_a_blank_is_the_question(lines, expected):
    assert guesses(*lines) == expected


def test_a_table_to_fill_in_row_by_row_becomes_add_another():
    items, _reader = read(
        "People who live with you", [["", "Name", "Date of birth"], ["1", "", ""], ["2", "", ""], ["3", "", ""]]
    )
    assert items == [Grid("People who live with you", ("Name", "Date of birth"), 3)]


def test_what_the_office_fills_in_is_left_out_and_told():
    items, reader = read("Name: ______", "FOR OFFICE USE ONLY", "Received by ______ Date ______")
    assert [item.label for item in items] == ["Name"]
    assert "OFFICE USE" in reader.notes[0]


def test_bank_details_are_marked_to_be_taken_out():
    items, _reader = read("Bank account number ________")
    assert "Take this question out" in items[0].warning


def control(alias, inner="", kind="<w:text/>"):
    return (
        f'<w:p><w:r><w:t>{alias} </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="{alias}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{inner or 'Click here'}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


def old_field(label, data):
    return (
        f'<w:p><w:r><w:t>{label}</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData>'
        "</w:fldChar></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>     </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


LIST = '<w:dropDownList><w:listItem w:displayText="House"/><w:listItem w:displayText="Flat"/></w:dropDownList>'
WORD = docx(
    paragraph("Apply for a bin", style="Heading1"),
    paragraph("Use this form if your bin is lost, broken or too small for you."),
    control("Your name"),
    control("Date you moved in", kind="<w:date/>"),
    control("Kind of home", kind=LIST),
    old_field("Email: ", '<w:name w:val="mail"/><w:textInput><w:maxLength w:val="80"/></w:textInput>'),
    paragraph("Declaration", style="Heading1"),
    paragraph("Signature ____________ &lt;script&gt;"),
    title="Bin request",
)


def test_a_word_form_with_controls_and_old_fields():
    drafted = draft(io.BytesIO(WORD), "bin.docx")
    assert drafted.form.title == "Bin request"
    asked = {guess["label"]: guess["kind"] for guess in drafted.guesses}
    assert asked == {
        "Your name": "name",
        "Date you moved in": "date",
        "Kind of home": "radios",
        "Email": "email",
        "Signature": "declaration",
    }
    assert [step.title for step in drafted.form.steps] == ["Apply for a bin", "Declaration"]
    questions = [question for step in drafted.form.steps for question in step.questions if "key" in question]
    assert all(question["hint"].startswith(MARK) for question in questions)
    assert [option["label"] for option in questions[2]["options"]] == ["House", "Flat"]
    assert questions[3]["kind"] == "email"


def field(page, name, top, **entries):
    rect = Array([200, top, 400, top + 18])
    return Dictionary(Type=Name.Annot, Subtype=Name.Widget, T=String(name), Rect=rect, P=page.obj, F=4, **entries)


def pdf_form():
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(595, 842))
    page.obj.Resources = Dictionary(
        Font=Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    )
    page.obj.Contents = file.make_stream(b"BT /F1 12 Tf 60 605 Td (Telephone) Tj ET")
    fields = [
        field(page, "n1", 700, FT=Name.Tx, TU=String("Full name"), Ff=2),
        field(page, "why", 650, FT=Name.Tx, TU=String("Your reasons"), Ff=1 << 12),
        field(page, "x", 600, FT=Name.Tx),
        field(page, "applicantEmail_1", 550, FT=Name.Tx),
        field(page, "agree", 500, FT=Name.Btn, TU=String("I agree that you may call me about this")),
        field(page, "ward", 450, FT=Name.Ch, TU=String("Ward"), Opt=Array([String("North"), String("South")])),
        field(page, "print", 400, FT=Name.Btn, Ff=1 << 16),
    ]
    made = [file.make_indirect(one) for one in fields]
    page.obj.Annots = Array(made)
    file.Root.AcroForm = Dictionary(Fields=Array(made))
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_a_pdf_form_with_fields():
    drafted = draft(io.BytesIO(pdf_form()), "call-me.pdf")
    assert [(guess["kind"], guess["label"]) for guess in drafted.guesses] == [
        ("name", "Full name"),
        ("long_text", "Your reasons"),
        ("phone", "Telephone"),
        ("email", "applicant Email 1"),
        ("declaration", "I agree that you may call me about this"),
        ("radios", "Ward"),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"just text", "not a PDF, Word"),
        (b"PK\x03\x04broken", "damaged"),
        (b"a;b\n1;2", "no Word"),
        (docx(paragraph("A letter to all. There is nothing to fill in here.")), "no place to fill in"),
    ],
)
def test_what_is_no_form_is_refused_in_words(data, words):
    with pytest.raises(RefusedError) as refused:
        draft(io.BytesIO(data), "x.docx")
    assert words in refused.value.message


def test_the_command_makes_a_draft_that_cannot_go_live_before_it_was_read(db, tmp_path):
    home_page(Locale.objects.get_or_create(language_code="en")[0])
    file = tmp_path / "bin.docx"
    file.write_bytes(WORD)
    out = StringIO()
    call_command("draft_form", str(file), format="json", stdout=out)
    report = json.loads(out.getvalue())
    page = FormPage.objects.get(pk=report["page"]["id"])
    assert not page.live
    waiting = [finding for finding in findings(build(page)) if finding.rule == "forms.unconfirmed"]
    assert len(waiting) == len(report["questions"]) == 5
    assert "<script" not in json.dumps(page.steps.get_prep_value())
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("draft_form", str(tmp_path / "missing.pdf"))


def test_a_document_of_thousands_of_questions_is_refused():
    with pytest.raises(RefusedError, match="more than 300 pages"):
        draft(io.BytesIO(docx(paragraph("Name: ______") * 1_300)), "long.docx")
