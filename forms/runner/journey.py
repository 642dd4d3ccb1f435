"""One draft on its way: its version, its answers, and where it may go next."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import transaction
from django.http import Http404
from django.urls import reverse

from forms.engine import Answer, Schema, Step, first_incomplete, path
from forms.engine.schema import ITEM_ID, Item, items_in
from forms.models import Draft
from forms.runner.keeping import store_content


class MovedOnError(Exception):
    """Between reading a draft and writing to it another tab took the page off the path, or sent the form."""

    def __init__(self, journey: "Journey") -> None:
        super().__init__("This page is no longer on the way.")
        self.journey = journey


@dataclass
class Journey:
    """A draft, opened."""

    draft: Draft
    answers: dict[str, Answer] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, draft: Draft) -> "Journey":
        """Unseal the answers of a draft."""
        content = draft.open_content()
        return cls(draft, draft.answers_in(content), content.get("visited", []))

    @cached_property
    def schema(self) -> Schema:
        """Return the form of the draft's own version, whatever was published since."""
        return self.draft.version.compiled

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Return the path with the answers as they are."""
        return path(self.schema, self.answers)

    @cached_property
    def waiting(self) -> Step | None:
        """Return the first step that still needs its owner, or None when all is ready to check."""
        return first_incomplete(self.schema, self.answers, self.visited)

    def find(self, slug: str) -> Step | None:
        """Return the step of that slug if it is on the path and not past the first that waits."""
        waiting = self.waiting
        for step in self.steps:
            if step.slug == slug:
                return step
            if waiting and step.slug == waiting.slug:
                return None
        return None

    def find_page(self, slug: str) -> tuple[Step | None, Step | None]:
        """Return the step on the path to whose turns the page of that slug belongs, and the page."""
        for step in self.steps:
            page = next((page for page in step.pages if page.slug == slug), None)
            if page:
                return self.find(step.slug), page
        return None, None

    def after(self, step: Step) -> str:
        """Return the address of the page that follows ``step``."""
        slugs = [other.slug for other in self.steps]
        following = slugs[slugs.index(step.slug) + 1 :]
        return self.url(following[0]) if following else self.check_url

    def before(self, step: Step) -> str:
        """Return the address of the page before ``step``."""
        slugs = [other.slug for other in self.steps]
        position = slugs.index(step.slug)
        return self.url(slugs[position - 1]) if position else self.start_url

    def url(self, slug: str) -> str:
        """Return the address of a step."""
        return reverse("forms:step", args=[self.draft.pk, slug])

    def url_of(self, key: str) -> str:
        """Return the address of the step that asks a question of this form."""
        return self.url(next(step.slug for step in self.steps if key in step.keys))

    @property
    def next_url(self) -> str:
        """Return where its owner should go now."""
        return self.url(self.waiting.slug) if self.waiting else self.check_url

    @property
    def check_url(self) -> str:
        """Return the address of "check your answers"."""
        return reverse("forms:check", args=[self.draft.pk])

    @property
    def start_url(self) -> str:
        """Return the address of the form's first page, which a walk through a draft does not have."""
        if self.draft.version.is_test:
            return ""
        return reverse("forms:start", args=[self.draft.version.form_slug])

    def keep(self, step: Step, answers: dict[str, Any]) -> None:
        """Store the answers of one step; two tabs on one draft do not undo each other's other steps.

        Raises MovedOnError when the step is no longer on the path.
        """

        def change(content: dict[str, Any]) -> None:
            content["answers"].update(answers)
            content["visited"] = [*dict.fromkeys([*content["visited"], step.slug])]

        self._store(change, lambda: self.find(step.slug) is not None)

    def keep_item(self, step: Step, item: Item, still: Callable[[], bool]) -> None:
        """Store answers of one turn of a step that repeats, in its place or as the last; its other pages stay.

        ``still`` says whether the page is on the path with the answers as they are now; else MovedOnError is raised.
        """

        def change(content: dict[str, Any]) -> None:
            items = items_in(content["answers"], step)
            ids = [row[ITEM_ID] for row in items]
            if item[ITEM_ID] in ids:
                items[ids.index(item[ITEM_ID])] |= item
            else:
                items.append(item)
            content["answers"][step.slug] = items

        self._store(change, still)

    def drop_item(self, step: Step, item: str) -> None:
        """Forget one turn of a step that repeats."""

        def change(content: dict[str, Any]) -> None:
            items = items_in(content["answers"], step)
            content["answers"][step.slug] = [row for row in items if row[ITEM_ID] != item]

        self._store(change, lambda: True)

    @transaction.atomic
    def _store(self, change: Callable[[dict[str, Any]], None], still: Callable[[], bool]) -> None:
        """Change the stored answers under the row's lock, after a look whether the page may still be written."""
        row = Draft.objects.select_for_update().filter(pk=self.draft.pk).first()
        if row is None:  # its time was over in this very moment
            raise Http404
        if row.submitted_at:
            raise MovedOnError(self)
        content: dict[str, Any] = {"answers": {}, "visited": [], **row.open_content()}
        self._take(content)
        if not still():
            raise MovedOnError(self)
        change(content)
        row.version = self.draft.version
        store_content(row, content)
        self._take(content)

    def _take(self, content: dict[str, Any]) -> None:
        """Go on with these answers, and forget what was worked out from others."""
        self.answers, self.visited = self.draft.answers_in(content), content["visited"]
        for name in ("steps", "waiting"):
            self.__dict__.pop(name, None)
