"""Ways to reach a person: e-mail addresses and telephone numbers, as people really write them."""

from insight.privacy.checks import uk_phone
from insight.privacy.recogniser import recogniser

_GAP = r"[\s().\-–]{0,3}"

# Bounded repeats keep the time linear, whatever somebody pastes; what follows a local part is never a part of it, so
# nothing is given back.
_LOCAL = r"[\w.+'’-]{1,64}+"
_LABEL = r"[\w-]{1,63}"
_AT = r"(?:\s?@\s?|\s?[(\[{<]\s?at\s?[)\]}>]\s?)"
_DOT = r"(?:\s?[.,]\s?|\s?[(\[{<]\s?dot\s?[)\]}>]\s?|\sdot\s)"
_SPELLED = rf"{_LOCAL}(?:(?:\sdot\s|\s?[(\[{{<]\s?dot\s?[)\]}}>]\s?){_LOCAL}){{0,3}}"
_END = r"(?:com|org|net|uk|eu|co|gov|info|ie|pl|me)\b"
_PROVIDER = (
    r"(?:gmail|googlemail|hotmail|yahoo|ymail|outlook|live|msn|icloud|me|mac|aol|btinternet|btopenworld|sky|talktalk"
    r"|virginmedia|virgin|ntlworld|tiscali|plusnet|protonmail|proton|gmx|mail)"
)
_DIGIT_WORD = r"(?:oh?|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)"

MAIL = (
    recogniser("email", rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL}){{0,8}}(?:,{_END})?"),
    recogniser("email", rf"{_SPELLED}{_AT}{_LABEL}(?:{_DOT}{_LABEL}){{0,3}}{_DOT}{_END}"),
    recogniser("email", rf"\b{_SPELLED}\sat\s{_LABEL}(?:(?:\sdot\s|\s?[(\[]dot[)\]]\s?){_LABEL}){{1,8}}\b"),
    recogniser(
        "email",
        rf"\b{_SPELLED}\sat\s{_PROVIDER}(?:(?:\.|\sdot\s){_LABEL}){{0,3}}\b(?<!\bat me)(?<!\bat live)(?<!\bat sky)",
    ),
    recogniser("email", rf"\b(?=\w[\w'’+-]{{0,62}}[\d._-])\w[\w.'’+-]{{1,63}}+\sat\s{_LABEL}(?:\.{_LABEL}){{1,4}}\b"),
)
PHONES = (
    recogniser("phone", rf"(?<![\w£])(?:(?:\+|00)\s?44|44|\(?0)(?:{_GAP}\d){{9,11}}(?!\d)", uk_phone),
    recogniser("phone", r"(?<![\w£/])0\d{4}\s?/\s?\d{3}\s?\d{3}(?![\d/])"),
    recogniser("phone", rf"(?<![\w£])(?:\+|00)[1-9](?:{_GAP}\d){{7,13}}(?!\d)"),
    recogniser(
        "phone",
        r"\b(?:tel(?:ephone)?|phone|mobile|mob|landline|call|ring|text|whatsapp|(?:local|contact|home|work|my)\s(?:number|no))\b"
        r"(?:\s(?:me|us|him|her|them|back|number|no\.?|is|on|at|my|:)){0,4}[\s:.]{1,3}"
        r"(\+?\(?\d(?:[\s().-]{0,2}\d){5,13})(?!\d)",
        group=1,
    ),
    recogniser("phone", r"(?<![\w£.,-])7\d{3}\s?\d{3}\s?\d{3}(?![\d-])"),
    recogniser("phone", rf"\b{_DIGIT_WORD}(?:[\s,-]{{1,2}}{_DIGIT_WORD}){{7,16}}\b"),
)
