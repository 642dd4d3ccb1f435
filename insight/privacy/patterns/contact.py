"""Ways to reach a person: e-mail addresses and telephone numbers."""

from insight.privacy.checks import uk_phone
from insight.privacy.recogniser import recogniser

_GAP = r"[\s().\-–]{0,3}"

# Bounded repeats keep the time linear, whatever somebody pastes.
_LOCAL = r"[\w.+'’-]{1,64}"
_LABEL = r"[\w-]{1,63}"

MAIL = (
    recogniser("email", rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL}){{1,8}}"),
    recogniser("email", rf"{_LOCAL}\s?[(\[]at[)\]]\s?{_LABEL}(?:(?:\.|\s?[(\[]dot[)\]]\s?|\sdot\s){_LABEL}){{1,8}}"),
    recogniser("email", rf"\b{_LOCAL}(?:\sdot\s{_LOCAL}){{0,3}}\sat\s{_LABEL}(?:\sdot\s{_LABEL}){{1,8}}\b"),
    recogniser("email", rf"\b{_LOCAL}\s?@\s?{_LABEL}\s?\.\s?(?:co\.?\s?uk|com|org|net|uk)\b"),
)
PHONES = (
    recogniser("phone", rf"(?<![\w£])(?:(?:\+|00)\s?44|\(?0)(?:{_GAP}\d){{9,11}}(?!\d)", uk_phone),
    recogniser("phone", rf"(?<![\w£])(?:\+|00)[1-9](?:{_GAP}\d){{7,13}}(?!\d)"),
    recogniser(
        "phone",
        r"\b(?:tel(?:ephone)?|phone|mobile|mob|landline|call|ring|text|whatsapp)\b(?:\s(?:me|us|him|her|them|back|number"
        r"|no\.?|is|on|at|my|:)){0,4}[\s:.]{1,3}(\+?\(?\d(?:[\s().-]{0,2}\d){5,13})(?!\d)",
        group=1,
    ),
    recogniser("phone", r"(?<![\w£.,-])7\d{3}\s?\d{3}\s?\d{3}(?![\d-])"),
)
