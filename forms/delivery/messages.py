"""How residents are reached: by e-mail where they gave an address, else by a text message to a mobile phone."""

from core.services import InvalidMessageError, UnsealError, queue_message
from forms.engine.words import parse_phone
from forms.models import Submission

#: British mobile numbers: only they take text messages everywhere.
MOBILE = ("+447",)
#: Longer than any text message of ours; one that is not stops here instead of costing money.
SMS_LENGTH = 918


def tell(submission: Submission, *, key: str, subject: str, body: str, html: str, sms: str) -> bool:
    """Queue one message in the caller's transaction; False when there is no way to reach the resident."""
    if submission.is_test:
        return False
    address, number = address_of(submission), number_of(submission)
    try:
        if address:
            queue_message(channel="mail", to=address, subject=subject, body=body, html=html, idempotency_key=key)
        elif number:
            text = " ".join(sms.split())[:SMS_LENGTH]
            queue_message(channel="sms", to=number, subject="", body=text, idempotency_key=key)
    except InvalidMessageError:
        # An address that no mail server takes: the story is on the page all the same.
        return False
    return bool(address or number)


def address_of(submission: Submission) -> str:
    """Return the e-mail address that the resident gave, or an empty text."""
    return mapped_answer(submission, "email")


def number_of(submission: Submission) -> str:
    """Return the mobile number that the resident gave, in international form, or an empty text."""
    return mobile(mapped_answer(submission, "phone"))


def mobile(typed: str) -> str:
    """Return a mobile number in international form; an empty text for any other number."""
    number = parse_phone(typed)
    return number if number and number.startswith(MOBILE) else ""


def mapped_answer(submission: Submission, canonical: str) -> str:
    """Return the answer that is the resident's ``email`` or ``phone``; an empty text without one or after erasure."""
    question = submission.version.compiled.mapped(canonical)
    try:
        answers = submission.open_content().get("answers") or {}
    except UnsealError:
        return ""
    answer = answers.get(question.key, "") if question else ""
    return answer if isinstance(answer, str) else ""
