"""A small Word file from a few parts, so that the demonstration needs no binary files in the repository."""

import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

PARTS = Path(__file__).parent / "word"
#: Word's own zero of dates; the same parts make the same bytes on every day.
MADE = (1980, 1, 1, 0, 0, 0)


def word_file(document: str, *, title: str, language: str = "en-GB") -> bytes:
    """Return a .docx whose body is the file ``word/<document>.xml`` beside this module."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _parts(document):
            text = part.read_text(encoding="utf-8").replace("%title%", escape(title)).replace("%language%", language)
            archive.writestr(zipfile.ZipInfo(name, MADE), text)
    return file.getvalue()


def _parts(document: str) -> list[tuple[str, Path]]:
    """Return the name in the package and the file of each part."""
    return [
        ("[Content_Types].xml", PARTS / "content_types.xml"),
        ("_rels/.rels", PARTS / "package_rels.xml"),
        ("docProps/core.xml", PARTS / "core.xml"),
        ("docProps/app.xml", PARTS / "app.xml"),
        ("word/_rels/document.xml.rels", PARTS / "document_rels.xml"),
        ("word/styles.xml", PARTS / "styles.xml"),
        ("word/document.xml", PARTS / f"{document}.xml"),
    ]
