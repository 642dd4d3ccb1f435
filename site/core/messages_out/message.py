"""A message as a supplier gets it, and the rules that it must meet before it is stored."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

PHONE = re.compile(r"\+?[0-9]{6,15}")


class InvalidMessageError(ValueError):
    """A message that must not be sent. Its text is a code: the parts of a message are personal data."""


def nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Message:
    """``id`` is the same on each try, so that a supplier can tell a repeat; ``html``, ``headers`` are for mail only.

    ``about_to`` is called when a receiver that cannot tell a repeat is about to take the words: what happens before
    it may be tried again without harm.
    """

    id: str
    channel: str
    to: str
    subject: str
    body: str
    html: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    about_to: Callable[[], object] = field(default=nothing, compare=False, repr=False)

    def check(self) -> None:
        """Raise InvalidMessageError for a wrong recipient, a header that was tampered with, or an empty body."""
        if self.channel not in CHECKS:
            raise InvalidMessageError("channel")
        if any(_is_broken(text) for text in (self.to, self.subject, self.body, self.html)):
            raise InvalidMessageError("broken_text")
        if any(_has_controls(text) for header in self.headers for text in header):
            raise InvalidMessageError("control_character")
        if _has_controls(self.subject) or (self.channel != "letter" and _has_controls(self.to)):
            raise InvalidMessageError("control_character")
        CHECKS[self.channel](self.to)
        if not self.body.strip():
            raise InvalidMessageError("empty_body")
        if "@" in self.subject or self.to in self.subject:
            raise InvalidMessageError("personal_data_in_subject")


def _is_broken(text: str) -> bool:
    """Return whether ``text`` holds half a letter (a lone surrogate), which nothing can send."""
    return any(unicodedata.category(letter) == "Cs" for letter in text)


def _has_controls(text: str) -> bool:
    """Return whether ``text`` could end a header line: line breaks and controls of every script."""
    return any(unicodedata.category(letter) in {"Cc", "Zl", "Zp"} for letter in text)


def _check_mail(to: str) -> None:
    try:
        validate_email(to)
    except ValidationError as error:
        raise InvalidMessageError("mail_address") from error


def _check_sms(to: str) -> None:
    if not PHONE.fullmatch(re.sub(r"[ ()-]", "", to)):
        raise InvalidMessageError("phone_number")


def _check_letter(to: str) -> None:
    if len([line for line in to.splitlines() if line.strip()]) < 2:
        raise InvalidMessageError("postal_address")


CHECKS = {"mail": _check_mail, "sms": _check_sms, "letter": _check_letter}
