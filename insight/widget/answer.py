"""What a resident sent, made safe to handle. Nothing typed is lost, and nothing odd is an error of ours."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from insight.models.event import Standing
from insight.privacy import tidy
from insight.types import COMMENT_LIMIT, Scale
from insight.widget.origin import judge

#: A box that people do not see and robots fill in.
HONEYPOT = "homepage"
USEFUL = {"no": 1, "yes": 2}


@dataclass(frozen=True)
class Answer:
    """``value`` is None when no answer of the scale was chosen."""

    value: int | None
    comment: str
    robot: bool
    own: bool
    locale: str

    @property
    def comment_fault(self) -> str:
        """Return what is wrong with the comment and what to do; empty when it may be stored."""
        return comment_fault(self.comment)

    def standing(self, *, proven: bool) -> str:
        """Return what the answer counts for before repeats are looked at."""
        if self.robot:
            return Standing.SPAM
        return Standing.COUNTED if proven and self.own else Standing.SUSPECT


def read(request: HttpRequest, scale: Scale) -> Answer:
    """Return the posted answer on the question's own scale: an answer to another question is none."""
    chosen = request.POST.get("satisfaction", "")
    useful = USEFUL.get(request.POST.get("useful", ""))
    satisfied = int(chosen) if chosen in {"1", "2", "3", "4", "5"} else None
    return Answer(
        value=useful if scale == "useful2" else satisfied,
        comment=tidy(request.POST.get("comment", "")),
        robot=bool(request.POST.get(HONEYPOT, "")),
        own=judge(request) == "own",
        locale=get_language() or "en",
    )


def comment_fault(comment: str) -> str:
    """Return the message for a comment that is too long, else an empty string."""
    if len(comment) <= COMMENT_LIMIT:
        return ""
    message = _("Your comment has %(length)s characters. Make it %(limit)s characters or fewer.")
    return message % {"length": f"{len(comment):,}", "limit": f"{COMMENT_LIMIT:,}"}
