"""Word's numbered paragraphs as HTML lists inside each other."""

from collections.abc import Sequence

#: Lists deeper than this are flattened; the editor draws no more.
DEEPEST = 4


def html_list(items: Sequence[tuple[int, str, str]]) -> str:
    """Return ``(depth, tag, html)`` items, depth from 0 and tag ``ul`` or ``ol``, as one or more nested lists."""
    out: list[str] = []
    open_lists: list[str] = []
    for depth, tag, html in items:
        wanted = min(depth, len(open_lists), DEEPEST)
        while len(open_lists) > wanted + 1:
            out.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == wanted + 1 and open_lists[-1] != tag:
            out.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == wanted + 1:
            out.append("</li>")
        else:
            out.append(f"<{tag}>")
            open_lists.append(tag)
        out.append(f"<li>{html}")
    out += [f"</li></{tag}>" for tag in reversed(open_lists)]
    return "".join(out)
