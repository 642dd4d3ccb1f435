"""Tags: the same ones as in the English, whole, and nested as they must be."""

import re
from collections import Counter
from collections.abc import Iterator

from translation.checks.base import Finding, Segment
from translation.checks.marking import noop as _
from translation.checks.syntax import HTML

CODE = "tag"
_NAME = re.compile(r"<(/?)\s*([^\s<>/]+)")
_KEPT_ATTRIBUTES = re.compile(r"""\b(id|class|target|rel|name|type|linktype|data-[\w-]+)\s*=\s*["']([^"']*)["']""")
_UNSAFE = re.compile(r"<\s*(script|iframe|object|embed|style)\b|\bon[a-z]+\s*=|javascript:", re.IGNORECASE)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


def check_tags(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for each tag that is lost, new, broken, wrongly nested or changed."""
    source, target = ([_shape(tag) for tag in part.tags] for part in (segment.english, segment.translation))
    lost, new = Counter(source) - Counter(target), Counter(target) - Counter(source)
    for tag in lost:
        yield Finding(CODE, _("The tag %(tag)s of the English is missing."), {"tag": tag})
    for tag in new:
        yield Finding(CODE, _("The tag %(tag)s does not stand in the English."), {"tag": tag})
    if not lost and not new:
        yield from _broken(segment, source, target)
        yield from _attributes(segment)
    if _UNSAFE.search(segment.target) and not _UNSAFE.search(segment.source):
        yield Finding("unsafe-html", _("This holds a script or something else that a page must not run. Take it out."))


def _shape(tag: str) -> str:
    """Return ``<b>`` or ``</b>`` for a tag of HTML; what is no HTML counts, whatever it says."""
    slash, name = (_NAME.match(tag) or re.match("(<)(.*)", tag)).groups()  # type: ignore[union-attr] # one matches
    known = name.lower() in HTML or name.isdigit()
    return f"<{slash}{name.lower()}>" if known else f"<{slash}…>"


def _broken(segment: Segment, source: list[str], target: list[str]) -> Iterator[Finding]:
    english, translation = segment.english.words, segment.translation.words
    if any(english.count(sign) != translation.count(sign) for sign in "<>"):
        yield Finding(CODE, _("A tag is broken: “<” or “>” is missing or stands alone."))
    elif _nested(source) and not _nested(target):
        yield Finding(CODE, _("The tags are not closed in the order in which they were opened."))


def _nested(tags: list[str]) -> bool:
    stack: list[str] = []
    for tag in tags:
        name = tag.strip("</>")
        if tag.startswith("</"):
            if not stack or stack.pop() != name:
                return False
        elif name not in _VOID and name != "…":
            stack.append(name)
    return not stack


def _attributes(segment: Segment) -> Iterator[Finding]:
    source, target = (
        Counter(pair for tag in part.tags for pair in _KEPT_ATTRIBUTES.findall(tag))
        for part in (segment.english, segment.translation)
    )
    for name, value in source - target:
        yield Finding(CODE, _("%(name)s=“%(value)s” of a tag was changed."), {"name": name, "value": value})
