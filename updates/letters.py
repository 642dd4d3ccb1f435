"""A message as its reader gets it: plain text, and HTML that says the same. Nothing in it tells on readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from core.services import Message
from updates.items import Item
from updates.links import manage_token, stop_token, whole_address
from updates.models import Subscriber
from updates.pages import council_name

SUBJECT_LENGTH = 120
#: A text message of three parts.
SMS_LENGTH = 400


@dataclass(frozen=True)
class Letter:
    """What all readers of one language get; ``stops`` are kind and key of what one press stops, empty for all."""

    subject: str
    items: Sequence[Item]
    intro_html: str = ""
    intro_text: str = ""
    intro_language: str = ""
    subject_language: str = ""
    stops: tuple[str, str] = ("", "")


def subject_of(items: Sequence[Item]) -> str:
    """Return the subject: the news itself where there is one piece. It never holds an address."""
    title = " ".join(items[0].title.split()) if len(items) == 1 else ""
    return title[:SUBJECT_LENGTH] if title and "@" not in title else _("Your updates")


def message_for(row: Subscriber, address: str, letter: Letter, key: str) -> Message:
    """Return the message to one reader, in the active language; ``key`` is the same on each try."""
    stop = whole_address("stop", stop_token(row.pk, *letter.stops))
    if row.channel == Subscriber.Channel.SMS:
        return Message(key, "sms", address, letter.subject, _as_sms(letter, stop))
    context = {
        "letter": letter,
        "council": council_name(),
        "manage": whole_address("manage", manage_token(row.pk)),
        "stop": stop,
    }
    text, html = (render_to_string(f"emails/updates/letter.{kind}.jinja", context) for kind in ("txt", "html"))
    headers = (("List-Unsubscribe", f"<{stop}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return Message(key, "mail", address, letter.subject, text.strip() + "\n", html, headers)


def _as_sms(letter: Letter, stop: str) -> str:
    parts = [" ".join(part for part in (f"{item.title}:", item.text, item.url) if part) for item in letter.items]
    words = _cut(" ".join(parts) or letter.subject)
    return f"{council_name()}: {words} {_('Stop:')} {stop}"


def _cut(words: str) -> str:
    """Return at most ``SMS_LENGTH`` letters, cut between two words: half an address leads to an error page."""
    if len(words) <= SMS_LENGTH:
        return words
    kept, _blank, _rest = words[: SMS_LENGTH - 1].rpartition(" ")
    return f"{kept} …"
