"""Fields and locks in Word files: WCAG 3.3.2, 4.1.2."""

from tools.bench_documents.made.docx import paragraph
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.docx.common import MORE, append, run
from tools.bench_documents.mutants.ooxml import parse
from tools.bench_documents.package import Package


@injects("docx", "WM-DOCX-CONTROL")
def control_without_title(package: Package) -> bool:
    """A text field that has no name."""
    content = f"<w:sdtContent>{paragraph('Your name')}</w:sdtContent>"
    return append(package, f'<w:sdt><w:sdtPr><w:id w:val="771"/><w:text/></w:sdtPr>{content}</w:sdt>')


@injects("docx", "WM-DOCX-CONTROL")
def choice_without_title(package: Package) -> bool:
    """A drop-down list that has no name, inside a line."""
    choices = '<w:dropDownList><w:listItem w:displayText="Yes" w:value="1"/></w:dropDownList>'
    return append(
        package, f"<w:p><w:sdt><w:sdtPr>{choices}</w:sdtPr><w:sdtContent>{run('Choose')}</w:sdtContent></w:sdt></w:p>"
    )


@injects("docx", "WM-DOCX-LEGACY-FIELD")
def field_of_old_versions(package: Package) -> bool:
    """A check box as Word 97 made it."""
    data = '<w:ffData><w:name w:val="Check1"/><w:enabled/><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
    return append(
        package,
        f'<w:p><w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" I agree")}</w:p>',
    )


@injects("docx", "WM-OFFICE-FORM-ASK", "WM-DOCX-LEGACY-FIELD", "WM-DOCX-CONTROL")
def lines_to_fill_in(package: Package) -> bool:
    """A form typed as text."""
    return append(
        package, *[paragraph(f"{name}: ______________________") for name in ("Name", "Address", "Date", "Signature")]
    )


@injects("docx", "WM-DOCX-PROTECTED")
def editing_restricted(package: Package) -> bool:
    """A lock that also keeps assistive tools from changing how the text looks."""
    if not package.has("word/settings.xml"):
        return False
    lock = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    package.xml("word/settings.xml").insert(0, parse(lock, MORE)[0])
    return True
