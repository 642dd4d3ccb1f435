"""The letters of a CSV file as spreadsheet programs write it, on Windows too."""


class UnreadableError(ValueError):
    """A file that is no table of ours; the message says what to do."""


def text_of(content: bytes) -> str:
    """Return the letters of a file in UTF-8, UTF-16 with its mark, or Windows' own encoding."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableError("This is no CSV file. In your spreadsheet program, save it as CSV and try again.")
