"""One connection to the mail server for many mails: opening one costs more than the mails that go through it.

A mail goes in two steps. Until the server has agreed to sender and recipient nothing has left, so a line that broke
meanwhile is opened anew and asked again at once. From the first word of the mail on only the outbox tries again.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.utils import parseaddr
from smtplib import SMTP, SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected
from typing import cast

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

#: Mails a connection: servers cut off who never hangs up.
MOST = 100
OK, AGREED, GOING_DOWN = 250, (250, 251), 421

_kept = threading.local()


class Line:
    """A connection that opens with the first mail and is opened anew when it broke or carried ``MOST`` mails."""

    def __init__(self) -> None:
        self._backend: EmailBackend | None = None
        self._carried = 0

    def send(self, mail: EmailMultiAlternatives, about_to: Callable[[], object]) -> None:
        """Send to the one recipient; ``about_to`` is called when the server wants the words. Raises as smtplib does."""
        if self._carried >= MOST:
            self.hang_up()
        try:
            smtp = self._addressed(mail)
            about_to()
            self._speak(smtp, mail)
        except SMTPRecipientsRefused:
            self._begin_anew()
            raise
        except Exception:
            self._drop()  # nothing that is half said may stand on a line that goes on
            raise

    def hang_up(self) -> None:
        """Close in good order; a mail that arrived stays so whatever the server says to that."""
        if self._backend is not None:
            with suppress(OSError):
                self._backend.close()
        self._drop()

    def _addressed(self, mail: EmailMultiAlternatives) -> SMTP:
        """Name sender and recipient, on a new line where the one that was open is none any more."""
        if self._backend is not None:
            try:
                return self._agree(self._backend, mail)
            except (SMTPServerDisconnected, SMTPSenderRefused):
                self._drop()
        backend = cast("EmailBackend", get_connection())
        self._backend, self._carried = backend, 0
        return self._agree(backend, mail)

    def _agree(self, backend: EmailBackend, mail: EmailMultiAlternatives) -> SMTP:
        backend.open()
        smtp = cast("SMTP", backend.connection)
        smtp.ehlo_or_helo_if_needed()
        sender, to = parseaddr(mail.from_email)[1], sanitize_address(mail.to[0], "utf-8")
        code, words = smtp.mail(sender)
        if code != OK:
            raise SMTPSenderRefused(code, words, sender)
        code, words = smtp.rcpt(to)
        if code == GOING_DOWN:
            raise SMTPServerDisconnected(f"{code}")
        if code not in AGREED:
            raise SMTPRecipientsRefused({to: (code, words)})
        return smtp

    def _speak(self, smtp: SMTP, mail: EmailMultiAlternatives) -> None:
        self._carried += 1
        code, words = smtp.data(mail.message().as_bytes(linesep="\r\n"))  # type: ignore[call-arg] # Django's own message takes it
        if code != OK:
            raise SMTPDataError(code, words)

    def _begin_anew(self) -> None:
        """Take a refused recipient back, so that the next mail goes on the same line."""
        with suppress(SMTPServerDisconnected):
            if self._backend and self._backend.connection and self._backend.connection.rset()[0] == OK:
                return
        self._drop()

    def _drop(self) -> None:
        """Close without a word: a broken line would keep us waiting for its answer."""
        backend, self._backend = self._backend, None
        if backend is not None and backend.connection is not None:
            backend.connection.close()


@contextmanager
def kept_line() -> Iterator[None]:
    """Let the mails that this thread sends inside the block share a line, and hang up at its end."""
    if getattr(_kept, "line", None) is not None:
        yield
        return
    _kept.line = Line()
    try:
        yield
    finally:
        line, _kept.line = _kept.line, None
        line.hang_up()


def send_by_line(mail: EmailMultiAlternatives, about_to: Callable[[], object]) -> None:
    """Send on the line that is kept, or on one of its own."""
    with kept_line():
        _kept.line.send(mail, about_to)
