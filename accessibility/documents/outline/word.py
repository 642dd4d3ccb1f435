"""A Word form: content controls, the form fields of Word 97, and what is only drawn: blanks, boxes, tables."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.ooxml.docx.paragraphs import paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.outline.base import MAX_ROWS, Field, Part, heading, line, table
from accessibility.documents.xml import find_all, first, name, whole

_P, _TBL, _SDT, _CONTENT = name("w:p"), name("w:tbl"), name("w:sdt"), name("w:sdtContent")
_TEXT, _TAB, _BREAK, _FIELD = name("w:t"), name("w:tab"), name("w:br"), name("w:fldChar")
_GONE = frozenset(map(name, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:drawing", "w:pict", "w:sdtPr")))
_SYMBOL = name("w:sym")
_KINDS = (
    ("w:sdtPr/w14:checkbox", "tick"),
    ("w:sdtPr/w:date", "date"),
    ("w:sdtPr/w:comboBox | w:sdtPr/w:dropDownList", "choice"),
)


def rows_of(opened: OoxmlPackage) -> list[dict[str, Any]]:
    """Return the outline of a document's main part."""
    levels = {row.element: row.level for row in paragraphs(opened)}
    found: list[dict[str, Any]] = []
    for block in blocks_of(first(opened.main, "w:body")):
        if block.tag == _TBL:
            found.append(table([[_cell(cell) for cell in find_all(row, "w:tc")] for row in find_all(block, "w:tr")]))
        else:
            parts = _parts(block)
            level = levels.get(block, 0)
            text = "".join(part for part in parts if isinstance(part, str)).strip()
            found.append(heading(text, level) if level and text else line(parts))
        if len(found) >= MAX_ROWS:
            break
    return found


def blocks_of(holder: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables of a body in order; a control round whole paragraphs is only their frame."""
    for child in holder if holder is not None else ():
        if child.tag in (_P, _TBL):
            yield child
        elif child.tag == _SDT:
            yield from blocks_of(child.find(_CONTENT))


def _cell(cell: Any) -> list[Part]:
    parts: list[Part] = []
    for row in cell.iter(_P):
        parts += [*_parts(row), "\n"]
    return parts[:-1]


def _parts(row: Any) -> list[Part]:
    """Return a paragraph's text and fields; the words inside a field are its example, not its question."""
    parts: list[Part] = []
    state = {"skips": 0}
    frame = row.getparent().getparent() if row.getparent() is not None and row.getparent().tag == _CONTENT else None
    if frame is not None and frame.tag == _SDT and _is_field(frame):
        return [_control(frame)]
    _walk(row, parts, state)
    return parts


def _walk(element: Any, parts: list[Part], state: dict[str, int]) -> None:
    for child in element:
        if child.tag == _SDT and _is_field(child):
            parts.append(_control(child))
        elif child.tag == _FIELD:
            _old_field(child, parts, state)
        elif child.tag in _GONE or not isinstance(child.tag, str):
            continue
        elif child.tag in (_TEXT, _TAB, _BREAK, _SYMBOL):
            if not state["skips"]:
                _say(parts, {_TAB: "\t", _BREAK: "\n", _SYMBOL: "☐"}.get(child.tag, child.text or ""))
        else:
            _walk(child, parts, state)


def _say(parts: list[Part], text: str) -> None:
    if parts and isinstance(parts[-1], str):
        parts[-1] += text
    else:
        parts.append(text)


def _is_field(control: Any) -> bool:
    return not find_all(control, "w:sdtPr/w:docPartObj | w:sdtPr/w:group | w:sdtPr/w:picture | w:sdtContent//w:sdt")


def _control(control: Any) -> Field:
    """Return a content control (ECMA-376, 17.5.2)."""
    kind = next((kind for path, kind in _KINDS if find_all(control, path)), "text")
    if kind == "text" and find_all(control, "w:sdtPr/w:text[@w:multiLine='1' or @w:multiLine='true']"):
        kind = "long"
    listed = find_all(control, "w:sdtPr/*/w:listItem/@w:displayText")
    return Field(
        kind,
        label=str(first(control, "w:sdtPr/w:alias/@w:val") or ""),
        name=str(first(control, "w:sdtPr/w:tag/@w:val") or ""),
        options=tuple(str(option) for option in listed),
    )


def _old_field(mark: Any, parts: list[Part], state: dict[str, int]) -> None:
    """Enter a form field of Word 97 once, at its beginning; its result is left out (ECMA-376, 17.16.17)."""
    kind = mark.get(name("w:fldCharType"))
    data = first(mark, "w:ffData")
    if kind == "begin" and data is not None:
        parts.append(_old(data))
        state["skips"] += 1
    elif kind == "begin" and state["skips"]:
        state["skips"] += 1
    elif kind == "end" and state["skips"]:
        state["skips"] -= 1


def _old(data: Any) -> Field:
    label = str(first(data, "w:statusText/@w:val") or first(data, "w:helpText/@w:val") or "")
    called = str(first(data, "w:name/@w:val") or "")
    if find_all(data, "w:checkBox"):
        return Field("tick", label, called)
    options = tuple(str(option) for option in find_all(data, "w:ddList/w:listEntry/@w:val"))
    if options:
        return Field("choice", label, called, options)
    kind = "date" if find_all(data, "w:textInput/w:type[@w:val='date']") else "text"
    return Field(kind, label, called, longest=whole(first(data, "w:textInput/w:maxLength/@w:val"), 0))
