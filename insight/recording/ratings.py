"""Ratings and comments: the answers that residents give."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone

from insight.models import Comment, Event
from insight.models.event import Standing
from insight.privacy import scrub, tidy
from insight.questions import PAGE_PROBLEM, question
from insight.recording.identifiers import derived_id, time_ordered_id
from insight.recording.opinions import opinion_of
from insight.recording.schemas import TYPE_PREFIX
from insight.recording.store import Fact, record
from insight.types import COMMENT_LIMIT, SCALES, Question, Rating, Scale, Subject, SubjectKind

RATING_TYPE = f"{TYPE_PREFIX}rating.v1"


@dataclass(frozen=True)
class Circumstances:
    """How an answer came: ``once`` is the proof that may be used for one rating only, ``time`` when it was given.

    ``campaign`` is the short name of the campaign in which it was asked for. ``alongside`` writes what belongs
    to the answer, in its transaction, and only the first time.
    """

    standing: str = Standing.COUNTED
    source: str = "/insight/widget"
    once: str = ""
    page_revision: int | None = None
    time: datetime | None = None
    alongside: Callable[[], object] | None = None
    campaign: str = ""


def record_rating(
    *,
    value: int,
    scale: Scale,
    subject: Subject,
    question_id: str,
    locale: str,
    channel: str = "web",
    verified: bool = False,
    circumstances: Circumstances | None = None,
) -> Rating:
    """Store one answer and return it; its ``id`` is empty when it could not be stored.

    Raises ValueError for a value outside the scale: the caller answers 422. With ``once``, a second answer
    changes nothing and comes back with the first one's id.
    """
    if value not in SCALES[scale]:
        raise ValueError(f"{value} is not on the scale {scale}.")
    how = circumstances or Circumstances()
    standing = Standing.VERIFIED if verified and how.standing == Standing.COUNTED else how.standing
    asked = question(question_id, scale)
    data = {
        "scale": scale,
        "value": value,
        "question_id": asked.id,
        "question_version": asked.version,
        "locale": locale,
        "channel": channel,
        "page": subject.page,
    }
    if how.page_revision:
        data["page_revision"] = how.page_revision
    if subject.kind == "form":
        data["form_ref"] = subject.ref
    if how.campaign:
        data["campaign"] = how.campaign
    name = derived_id(how.source, how.once) if how.once else time_ordered_id()
    fact = Fact(
        "rating", how.source, subject.key, data, standing=standing, service=subject.service, event_id=name,
        time=how.time or timezone.now(),
    )  # fmt: skip
    return Rating(record(fact, how.alongside), value, standing, subject, asked, locale, channel)


@dataclass(frozen=True)
class Context:
    """What a comment is about when no rating is proven."""

    subject: Subject
    question: Question = PAGE_PROBLEM
    locale: str = "en"
    channel: str = "web"
    standing: str = Standing.COUNTED
    value: int | None = None


def add_comment(rating_id: str, text: str, context: Context | None = None, *, robot: bool = False) -> str:
    """Store a comment and return its event id; empty when it could not be stored or nothing was written.

    Personal data is taken out before anything is written. The text hangs on ``rating_id`` when such a rating
    exists; otherwise ``context`` says what it is about. What a ``robot`` filled in is kept as such, whatever rating it
    names. Raises ValueError over 1,250 characters.
    """
    text = tidy(text)
    if len(text) > COMMENT_LIMIT:
        raise ValueError(f"A comment has at most {COMMENT_LIMIT} characters, this one has {len(text)}.")
    about = _context_of(rating_id) or context
    if not text or about is None:
        return ""
    if robot:
        about = replace(about, standing=Standing.SPAM)
    clean = scrub(text)
    fact = Fact(
        "comment",
        "/insight/widget",
        about.subject.key,
        {
            "rating_id": rating_id,
            "question_id": about.question.id,
            "question_version": about.question.version,
            "locale": about.locale,
            "channel": about.channel,
            "page": about.subject.page,
            "length": len(text),
            "pii_found": clean.kinds,
        },
        standing=about.standing,
        service=about.subject.service,
        # The same words on the same rating are one comment, however often the button was pressed. The name is made
        # from the clean text: a hash of the raw one would let personal data be guessed from it.
        event_id=derived_id("comment", rating_id, clean.text) if rating_id else time_ordered_id(),
    )
    return record(fact, alongside=lambda: _row(fact, rating_id, about, clean.text, clean.kinds).save())


def expire_spam(before: datetime) -> int:
    """Delete what robots wrote before that moment, the row too: it counts nowhere. Returns how many went."""
    return Comment.objects.filter(standing=Standing.SPAM, created_at__lt=before).delete()[0]


def expire_comments(now: datetime | None = None) -> int:
    """Empty the text of comments older than twelve months, and return how many. Rows stay for counts."""
    before = (now or timezone.now()) - timedelta(days=365)
    return Comment.objects.filter(created_at__lt=before).exclude(text="").update(text="")


def _context_of(rating_id: str) -> Context | None:
    """Return what the rating of that id was about, or None when there is no such rating."""
    event = Event.objects.filter(event_id=rating_id, type=RATING_TYPE).order_by("number").first() if rating_id else None
    if event is None:
        return None
    kind, _, ref = event.subject.partition(":")
    known: SubjectKind = "form" if kind == "form" else "service" if kind == "service" else "page"
    subject = Subject(known, ref, event.service)
    asked = Question(event.data["question_id"], event.data["question_version"], event.data["scale"])
    return Context(subject, asked, event.data["locale"], event.data["channel"], event.standing, event.data["value"])


def _row(fact: Fact, rating_id: str, about: Context, text: str, kinds: list[str]) -> Comment:
    return Comment(
        event_id=fact.event_id,
        rating_id=rating_id,
        value=about.value,
        subject=fact.subject,
        page=about.subject.page,
        service=fact.service,
        question=about.question.series,
        locale=about.locale,
        channel=about.channel,
        standing=fact.standing,
        text=text,
        pii_found=kinds,
        created_at=fact.time,
        **opinion_of(text, about.question.id, about.value, about.locale, fact.standing),
    )
