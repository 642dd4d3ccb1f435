"""The pages of a definition: their names, their questions, and which of them are not steps of ours."""

from typing import Any

from django.utils.translation import gettext as _

from forms.engine.names import RESERVED_STEPS
from forms.exchange.base import PlainStep, RefusedError, Tree
from forms.exchange.contrib.xgov.book import Book
from forms.exchange.contrib.xgov.components import read_component
from forms.exchange.flow import few_enough
from forms.exchange.ledger import Outcome
from forms.exchange.logic import FALSE, TRUE, all_of, leaf
from forms.exchange.naming import Names, slug_of
from forms.exchange.node import Node

#: Controllers, without ``./pages/``, ``.js`` and ``PageController``, of pages that are part of our runner.
OWN = {"summary", "confirm-summary", "summarypagewithconfirmationemail", "summarywithconfirmationemail", "status"}


def controller_of(page: Node) -> str:
    """Return a page's controller in one short form: "./pages/summary.js" and "SummaryPageController" are "summary"."""
    name = str(page.peek("controller") or "").rsplit("/", 1)[-1]
    return name.removesuffix(".js").removesuffix("Controller").removesuffix("Page").lower()


class Pages:
    """All pages by their path, in the order of the file."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.nodes: dict[str, Node] = {}
        few_enough(len(book.root.items("pages")))
        for page in book.root.items("pages"):
            path = page.peek("path")
            if not isinstance(path, str) or not path:
                raise RefusedError(_("A page has no path."), page.pointer)
            if path in self.nodes:
                raise RefusedError(_("Two pages have the path “%(path)s”.") % {"path": path[:80]}, page.pointer)
            self.nodes[path] = page
        self.sections = {
            str(section.peek(name)): section
            for section in book.root.items("sections") for name in ("name", "id") if section.peek(name)
        }  # fmt: skip
        self.facts: dict[str, Any] = {}
        #: Pages without a way on; those that only say something become exits.
        self.dead_ends: set[str] = {path for path, page in self.nodes.items() if controller_of(page) == "terminal"}
        self.slugs = Names(*RESERVED_STEPS)
        self._parts = {path: self._questions(page) for path, page in self.nodes.items()}

    def is_ours(self, path: str) -> bool:
        """Return whether the runner has this page itself: summary and status pages."""
        return controller_of(self.nodes[path]) in OWN

    def steps(self, shown: dict[str, Tree]) -> list[PlainStep]:
        """Return the steps in the order of ``shown``; pages that nobody gets to are entered as lost."""
        steps: list[PlainStep] = []
        for path in self.nodes:
            if self.is_ours(path):
                self._settle_own(self.nodes[path])
            elif shown.get(path, FALSE) == FALSE:
                self._settle_unreached(self.nodes[path])
        for path, tree in shown.items():
            if not self.is_ours(path) and tree != FALSE:
                steps.extend(self._steps_of(path, tree))
        return steps

    def _questions(self, page: Node) -> tuple[list[dict[str, Any]], list[tuple[Node, str, str]]]:
        questions: list[dict[str, Any]] = []
        reveals: list[tuple[Node, str, str]] = []
        if controller_of(page) in OWN:
            return questions, reveals
        for component in page.items("components"):
            found, revealed = read_component(component, page, self.book)
            questions.extend(found)
            reveals.extend(revealed)
        return questions, reveals

    def _steps_of(self, path: str, tree: Tree) -> list[PlainStep]:
        page = self.nodes[path]
        questions, reveals = self._parts[path]
        show_if = None if tree == TRUE else tree
        self._settle(page)
        if controller_of(page) == "start" and not any("key" in item for item in questions):
            self.facts["start_text"] = "".join(item["body"] for item in questions)
            return []
        if path in self.dead_ends and not any("key" in item for item in questions):
            questions = [{"kind": "exit", "body": "".join(item["body"] for item in questions)}]
        title = page.text("title") or next((item["label"] for item in questions if "label" in item), path)
        extras = self._extras(page)
        slug = self.slugs.unique(slug_of(path, "page"), *([self.book.keys] if "repeat" in extras else []))
        step = PlainStep(slug, title, questions, show_if, origin=path, extras=extras)
        return [step, *self._revealed(page, step, reveals, tree)]

    def _extras(self, page: Node) -> dict[str, Any]:
        section = self.sections.get(str(page.take("section") or ""))
        extras: dict[str, Any] = {"section": section.text("title", 100)} if section else {}
        repeat = page.child("repeat")
        if isinstance(repeat.value, dict):
            schema, options = repeat.child("schema"), repeat.child("options")
            item = options.text("title", 60) or _("Item")
            least, most = schema.whole("min") or 1, schema.whole("max") or 25
            another = _("Do you need to add another: %(item)s?") % {"item": item}
            extras["repeat"] = {"min": least, "max": most, "item": item, "another": another}
            repeat.mapped()
        return extras

    def _revealed(
        self, page: Node, step: PlainStep, reveals: list[tuple[Node, str, str]], tree: Tree
    ) -> list[PlainStep]:
        """Return what choices reveal as steps of their own, behind the step with the choice."""
        steps = []
        for component, key, option in reveals:
            questions, _deeper = read_component(component, page, self.book)
            if questions:
                reason = _("A question that a choice reveals becomes a step of its own behind it.")
                component.ledger.worsen(component.pointer, Outcome.DOWNGRADED, reason)
                slug = self.slugs.unique(f"{step.slug}-more")
                title = next((item["label"] for item in questions if item.get("label")), step.title)
                condition = all_of([tree, leaf(key, "is", option)])
                steps.append(PlainStep(slug, title, questions, condition))
        return steps

    def _settle(self, page: Node) -> None:
        page.mark(Outcome.MAPPED)
        for name in ("path", "controller", "id", "title"):
            page.child(name).mapped()

    def _settle_own(self, page: Node) -> None:
        for component in page.items("components"):
            component.lost(_("The page where residents check their answers is the runner's own."))
        page.mapped()

    def _settle_unreached(self, page: Node) -> None:
        page.ledger.mark_below(page.pointer, Outcome.LOST, _("No answers lead to this page."))
        page.ledger.worsen(page.pointer, Outcome.LOST, _("No answers lead to this page."))
