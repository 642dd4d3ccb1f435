"""Which pages follow which: by links (XGov, DEFRA V1) or by list order and page conditions (DEFRA V2)."""

from django.utils.translation import gettext as _

from forms.exchange.base import RefusedError, Tree
from forms.exchange.contrib.xgov.conditions import Conditions, enter_use
from forms.exchange.contrib.xgov.pages import Pages
from forms.exchange.flow import END, Links, in_order, show_ifs
from forms.exchange.ledger import Outcome
from forms.exchange.logic import FALSE, TRUE
from forms.exchange.node import Node


def walk_links(pages: Pages, conditions: Conditions) -> dict[str, Tree]:
    """Return each page's condition, in path order, from the ``next`` of the pages."""
    start = _start(pages)
    raw = {path: _raw_links(pages, path, conditions) for path in pages.nodes}
    shape = {path: Links([(TRUE, to) for _name, to in some], default) for path, (some, default) in raw.items()}
    pages.book.rank = {path: n for n, path in enumerate(in_order(start, shape))}
    links = {
        path: Links([(conditions.at(name, path), to) for name, to in some], default)
        for path, (some, default) in raw.items()
        if path in pages.book.rank
    }
    pages.dead_ends.update(path for path, found in links.items() if found.targets == [END] and not pages.is_ours(path))
    _warn_of_gaps(pages, links)
    return show_ifs(start, links)


def page_conditions(pages: Pages, conditions: Conditions) -> dict[str, Tree]:
    """Return each page's own condition, in list order; links are not walked in V2."""
    pages.book.rank = {path: n for n, path in enumerate(pages.nodes)}
    shown: dict[str, Tree] = {}
    for path, page in pages.nodes.items():
        name = enter_use(page, "condition", conditions)
        shown[path] = conditions.at(name, path) if name else TRUE
        page.child("next").lost(_("This version walks pages in their order; its links are not used."))
    return shown


def _start(pages: Pages) -> str:
    start = pages.book.root.peek("startPage")
    if start is None and pages.nodes:
        return next(iter(pages.nodes))
    if not isinstance(start, str) or start not in pages.nodes:
        raise RefusedError(_("The start page “%(path)s” is not in the form.") % {"path": str(start)[:80]}, "/startPage")
    return start


def _raw_links(pages: Pages, path: str, conditions: Conditions) -> tuple[list[tuple[str, str]], str | None]:
    """Return a page's conditional links as (condition, page) and its default: the LAST link without a condition."""
    page = pages.nodes[path]
    if pages.is_ours(path):
        return [], None
    some: list[tuple[str, str]] = []
    defaults: list[Node] = []
    for link in page.items("next"):
        link.mark(Outcome.MAPPED)
        name = enter_use(link, "condition", conditions)
        if name:
            some.append((name, _target(pages, link)))
        else:
            defaults.append(link)
    for dead in defaults[:-1]:
        dead.ledger.worsen(
            dead.pointer, Outcome.LOST, _("A later link without a condition wins, so this one is never taken.")
        )
    return some, _target(pages, defaults[-1]) if defaults else None


def _target(pages: Pages, link: Node) -> str:
    if link.peek("redirect"):
        link.child("redirect").downgraded(
            _("A link out of the form becomes its end: write an exit page with the link.")
        )
        return END
    path = link.peek("path")
    if not isinstance(path, str) or path not in pages.nodes:
        link.child("path").downgraded(_("This link leads to a page that is not there, so the form ends here."))
        return END
    link.take("path")
    return path


def _warn_of_gaps(pages: Pages, links: dict[str, Links]) -> None:
    """Tell of pages where some answers lead nowhere: the source would stop there too."""
    for path, found in links.items():
        rest = found.ways()[-1]
        if found.conditional and found.default is None and rest[0] != FALSE:
            reason = _(
                "On page %(path)s every link has a condition. Answers that meet none of them end the form there."
            )
            pages.book.root.ledger.notes.append(reason % {"path": path})
