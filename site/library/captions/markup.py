"""The tags inside a cue (W3C WebVTT 1, section 4.2.2): strict, as an author should write them."""

import re
from collections.abc import Iterator

from library.captions.blocks import Block
from library.captions.cue_text import tokens
from library.captions.findings import CaptionFault, fault
from library.captions.timing import timestamp

_START = re.compile(r"<(b|i|u|c|v|lang|ruby|rt)((?:\.[^\s.>]+)*)(?:[ \t\n]+([^>]*))?>")
_END = re.compile(r"</(b|i|u|c|v|lang|ruby|rt)>")
_AMPERSAND = re.compile(r"&(?!(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)")
_NAMED = {"v", "lang"}


def markup_faults(block: Block) -> Iterator[CaptionFault]:
    """Yield what is wrong with the tags, references and inner times of a cue."""
    open_tags: list[tuple[str, int]] = []
    last, line = block.start or 0.0, block.timing_line + 1
    for token in tokens(block.payload):
        if not token.startswith("<"):
            if _AMPERSAND.search(token):
                yield fault(line, "bare-ampersand")
        elif token[1:2].isdigit():
            found = timestamp(token, 1)
            if found is None or token[found[1] :] != ">" or not last < found[0] < (block.end or 0.0):
                yield fault(line, "bad-inner-time", token)
            else:
                last = found[0]
        else:
            yield from _tag(token, line, open_tags)
        line += token.count("\n")
    # A whole cue spoken by one voice may leave its tag open.
    unclosed = open_tags[1:] if open_tags and open_tags[0][0] == "v" else open_tags
    yield from (fault(where, "tag-not-closed", f"<{name}>") for name, where in unclosed)


def _tag(token: str, line: int, open_tags: list[tuple[str, int]]) -> Iterator[CaptionFault]:
    if end := _END.fullmatch(token):
        if open_tags and open_tags[-1][0] == "rt" and end.group(1) == "ruby":
            open_tags.pop()  # the last ruby text of a ruby may be left open
        if open_tags and open_tags[-1][0] == end.group(1):
            open_tags.pop()
        else:
            yield fault(line, "tag-not-open", token)
    elif start := _START.fullmatch(token):
        name, _, words = start.groups()
        open_tags.append((name, line))
        if name in _NAMED and not (words or "").strip():
            yield fault(line, "tag-needs-text", token)
    else:
        yield fault(line, "tag-not-known", token)
