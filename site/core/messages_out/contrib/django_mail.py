"""Mail through Django: to a server, to files or to the console, as ``EMAIL_BACKEND`` says."""

from email.utils import parseaddr
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from core.messages_out.base import MessageBackend
from core.messages_out.message import Message
from core.outbox.outcome import Done, Outcome, Rejected, Retry

#: SMTP replies from here on are final (RFC 5321, 4.2.1).
PERMANENT = 500


class DjangoMail(MessageBackend):
    """At least once: mail servers honour no key, but the Message-ID is the same on each try."""

    def send(self, message: Message) -> Outcome:
        """Send as text, with an HTML part beside it if there is one."""
        mail = EmailMultiAlternatives(message.subject, message.body, to=[message.to], headers=headers(message))
        if message.html:
            mail.attach_alternative(message.html, "text/html")
        try:
            sent = mail.send()
        except SMTPRecipientsRefused as error:
            return refusal(max(code for code, _text in error.recipients.values()))
        except SMTPDataError as error:
            return refusal(error.smtp_code)
        return Done(message.id) if sent else Retry("mail:not_sent")


def headers(message: Message) -> dict[str, str]:
    """Return headers that let a receiver drop repeats, and keep holiday notices from answering (RFC 3834)."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    ours = {"Message-ID": f"<{message.id}@{domain}>", "Auto-Submitted": "auto-generated"}
    return {**dict(message.headers), **ours}


def refusal(code: int) -> Outcome:
    """Return what an SMTP reply means: 5xx is a refusal, anything else may change."""
    return Rejected(f"smtp:{code}") if code >= PERMANENT else Retry(f"smtp:{code}")
