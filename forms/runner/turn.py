"""One page of questions: a step, or one turn of a step that repeats. Views, files and templates take it from here."""

import secrets
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from forms.engine import Answers, Question, Step, first_unfinished, pages_of_turn
from forms.engine.schema import ITEM_ID, items_in
from forms.models import SubmissionFile
from forms.runner.journey import Journey

#: The answer that a change link of the check page carries, so that its owner comes back there.
RETURN = "check"


def is_returning(request: HttpRequest) -> bool:
    """Return whether this page was opened by a change link."""
    return request.GET.get("return") == RETURN


def new_item() -> str:
    """Return an id for a turn that has no answers yet; posting it twice stores one turn."""
    return secrets.token_hex(4)


@dataclass(frozen=True)
class Turn:
    """A page of a journey; ``item`` is the id of one turn, or empty for a step that is answered once.

    ``step`` is the page that is asked, ``of`` the step that repeats where that is another one.
    """

    journey: Journey
    step: Step
    item: str = ""
    returning: bool = False
    of: Step | None = None
    #: The first day of the times to show, where somebody looks at later ones.
    since: str = ""

    @property
    def head(self) -> Step:
        """Return the step that stands on the path: the page itself, or the step whose turn it belongs to."""
        return self.of or self.step

    @property
    def items(self) -> list[dict[str, Any]]:
        """Return all turns of the step that have answers."""
        return items_in(self.journey.answers, self.head)

    @property
    def pages(self) -> tuple[Step, ...]:
        """Return the pages of this turn, with the answers as they are."""
        return pages_of_turn(self.journey.schema, self.head, self.journey.answers, dict(self.stored))

    @property
    def unfinished(self) -> Step | None:
        """Return the first page of this turn that still needs its owner."""
        return first_unfinished(self.journey.schema, self.head, self.journey.answers, dict(self.stored))

    @property
    def stored(self) -> Answers:
        """Return the answers that are kept for this page."""
        if not self.item:
            return self.journey.answers
        return next((row for row in self.items if row[ITEM_ID] == self.item), {})

    @property
    def number(self) -> int:
        """Return which turn this is, from 1; a new one comes last."""
        ids = [row[ITEM_ID] for row in self.items]
        return ids.index(self.item) + 1 if self.item in ids else len(ids) + 1

    @property
    def is_open(self) -> bool:
        """Return whether this page of a turn is on the way, and not past one that still waits."""
        if self.journey.find(self.head.slug) is None:
            return False
        slugs = [page.slug for page in self.pages]
        first = self.unfinished
        return self.step.slug in slugs and not (first and slugs.index(first.slug) < slugs.index(self.step.slug))

    def keep(self, answers: dict[str, Any]) -> None:
        """Store the answers of this page. Raises MovedOnError when it is no longer on the way."""
        if self.item:
            self.journey.keep_item(self.head, {ITEM_ID: self.item, **answers}, lambda: self.is_open)
        else:
            self.journey.keep(self.step, answers)

    @property
    def next_url(self) -> str:
        """Return where Continue leads."""
        if self.item:
            following = self._missing() if self.returning else self._after()
            return self.page_url(following) if following else self.list_url
        return self.journey.next_url if self.returning else self.journey.after(self.step)

    def _after(self) -> str:
        """Return the page of this turn that follows, if any."""
        slugs = [page.slug for page in self.pages]
        return next(iter(slugs[slugs.index(self.step.slug) + 1 :]), "")

    def _missing(self) -> str:
        """Return the page of this turn that a changed answer made necessary, if any."""
        return self.unfinished.slug if self.unfinished else ""

    @property
    def back_url(self) -> str:
        """Return where Back leads."""
        if self.of:
            slugs = [page.slug for page in self.pages]
            return self.page_url(slugs[slugs.index(self.step.slug) - 1])
        if self.item and self.items:
            return self.list_url
        return self.journey.check_url if self.returning else self.journey.before(self.step)

    @property
    def list_url(self) -> str:
        """Return the address of the step itself: for a repeating one the list of its turns."""
        return self.journey.url(self.head.slug) + self.suffix

    def item_url(self, item: str, view: str = "forms:item") -> str:
        """Return the address of one turn."""
        return reverse(view, args=[self.journey.draft.pk, self.head.slug, item]) + self.suffix

    def page_url(self, slug: str) -> str:
        """Return the address of one page of this turn."""
        return reverse("forms:item", args=[self.journey.draft.pk, slug, self.item]) + self.suffix

    @property
    def suffix(self) -> str:
        """Return what keeps the way back to the check page."""
        return f"?return={RETURN}" if self.returning else ""

    def slot(self, question: Question) -> str:
        """Return under which name the files of a question are kept."""
        return f"{question.key}@{self.item}" if self.item else question.key

    def files(self, question: Question) -> QuerySet[SubmissionFile]:
        """Return the files that were sent for a question on this page."""
        return self.journey.draft.files.filter(question_key=self.slot(question))

    def typed(self, request: HttpRequest) -> MultiValueDict[str, str]:
        """Return the POST, with the ids of stored files in place of anything sent under a file question's name."""
        data = MultiValueDict(dict(request.POST.lists()))
        for question in self.step.asked:
            if question.kind == "file":
                data.setlist(question.key, [str(pk) for pk in self.files(question).values_list("pk", flat=True)])
        return data
