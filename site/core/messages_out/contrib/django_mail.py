"""Mail through Django: to a server, to files or to the console, as ``EMAIL_BACKEND`` says."""

import re
from email.utils import parseaddr
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.smtp import EmailBackend

from core.messages_out.base import MessageBackend
from core.messages_out.contrib.smtp_line import send_by_line
from core.messages_out.message import Message
from core.outbox.outcome import Done, Outcome, RecipientRefused, Rejected, Retry

#: SMTP replies from here on are final (RFC 5321, 4.2.1).
PERMANENT = 500


#: What is wrong, as mail servers say it in figures after the reply code (RFC 3463).
STATUS = re.compile(rb"\s*([245]\.\d{1,3}\.\d{1,3})\b")


class DjangoMail(MessageBackend):
    """At least once: mail servers honour no key, but the Message-ID is the same on each try."""

    def send(self, message: Message) -> Outcome:
        """Send as text, with an HTML part beside it if there is one."""
        mail = EmailMultiAlternatives(message.subject, message.body, to=[message.to], headers=headers(message))
        if message.html:
            mail.attach_alternative(message.html, "text/html")
        try:
            sent = hand_in(mail, message)
        except SMTPRecipientsRefused as error:
            return recipient_refusal(*max(error.recipients.values()))
        except SMTPDataError as error:
            return refusal(error.smtp_code)
        return Done(message.id) if sent else Retry("mail:not_sent")


def hand_in(mail: EmailMultiAlternatives, message: Message) -> bool:
    """Send by SMTP on a line that others may share, or as ``EMAIL_BACKEND`` does it; return whether it left."""
    if isinstance(get_connection(), EmailBackend):
        send_by_line(mail, message.about_to)
        return True
    message.about_to()
    return bool(mail.send())


def headers(message: Message) -> dict[str, str]:
    """Return headers that let a receiver drop repeats, and keep holiday notices from answering (RFC 3834)."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    ours = {"Message-ID": f"<{message.id}@{domain}>", "Auto-Submitted": "auto-generated"}
    return {**dict(message.headers), **ours}


def refusal(code: int) -> Outcome:
    """Return what an SMTP reply means: 5xx is a refusal, anything else may change."""
    return Rejected(f"smtp:{code}") if code >= PERMANENT else Retry(f"smtp:{code}")


def recipient_refusal(code: int, words: bytes) -> Outcome:
    """Return what a reply to the recipient's address means. Its figures are kept, its words may repeat the address."""
    if code < PERMANENT:
        return refusal(code)
    status = STATUS.match(words)
    return RecipientRefused(f"smtp:{code}:{status[1].decode()}" if status else f"smtp:{code}")
