"""One draft on its way: its version, its answers, and where it may go next."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import transaction
from django.urls import reverse

from forms.engine import Answer, Schema, Step, first_incomplete, path
from forms.models import Draft


@dataclass
class Journey:
    """A draft, opened."""

    draft: Draft
    answers: dict[str, Answer] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, draft: Draft) -> "Journey":
        """Unseal the answers of a draft."""
        return cls(draft, **draft.open_content())

    @cached_property
    def schema(self) -> Schema:
        """Return the form of the draft's own version, whatever was published since."""
        return self.draft.version.compiled

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the path with the answers as they are."""
        return path(self.schema, self.answers)

    @property
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
        """Return the address of the form's first page."""
        return reverse("forms:start", args=[self.draft.version.form_slug])

    @transaction.atomic
    def keep(self, step: Step, answers: dict[str, Answer]) -> None:
        """Store the answers of one step; two tabs on one draft do not undo each other's other steps."""
        row = Draft.objects.select_for_update().get(pk=self.draft.pk)
        content: dict[str, Any] = {"answers": {}, "visited": [], **row.open_content()}
        content["answers"].update(answers)
        content["visited"] = [*dict.fromkeys([*content["visited"], step.slug])]
        row.seal_content(content)
        row.save(update_fields=["sealed"])
        self.answers, self.visited = content["answers"], content["visited"]
