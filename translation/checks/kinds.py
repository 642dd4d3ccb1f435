"""What a number is part of: money, a date or time, or nothing more. And whether months and currencies stayed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from translation.checks.base import Finding, Segment
from translation.checks.marking import noop as _

#: Sign or code of a currency -> its ISO 4217 code.
CURRENCIES = {
    "£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₹": "INR", "zł": "PLN", "৳": "BDT",
    "GBP": "GBP", "EUR": "EUR", "USD": "USD", "pence": "GBP", "PLN": "PLN", "RON": "RON",
}  # fmt: skip
_SIGN = "|".join(re.escape(sign) for sign in CURRENCIES)
_NUMBER = r"\d[\d.,\s]{0,20}"
_MONEY = re.compile(rf"(?:{_SIGN})\s?{_NUMBER}|(?<!\d){_NUMBER}(?:{_SIGN}|p\b)", re.IGNORECASE)
_MONTHS = [str(Locale("en").months["format"]["wide"][number]) for number in range(1, 13)]
_DAYS = [str(Locale("en").days["format"]["wide"][number]) for number in range(7)]
_MONTH = "|".join(_MONTHS)
_DATES = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})(?:,?\s+\d{{4}})?",
    rf"(?:{_MONTH})\s+\d[\d,\s]{{0,10}}",
    r"\d{4}-\d\d?-\d\d?",
    r"\d\d?[/.]\d\d?[/.]\d{2,4}",
    r"\d\d?[:.]\d\d\b(?:\s*[ap]\.?m)?",
    r"\d\d?\s*[ap]\.?m\b",
)
_DATE = re.compile("|".join(_DATES))
#: What stands within a few letters of a number: a month elsewhere in a sentence is no part of a date.
_NEAR_DIGITS = re.compile(r"\d[\d.]{0,8}\D{0,24}\d{0,4}|(?<!\S)\D{0,14}\d{1,4}")


def kind_of(number: str, text: str) -> str:
    """Return ``money``, ``date`` or ``number``: what the digits of ``number`` stand in within ``text``."""
    whole = re.compile(rf"(?<!\d){re.escape(number.split('.', maxsplit=1)[0])}(?!\d)")
    if any(whole.search(re.sub(r"(?<=\d)[,\s](?=\d{3})", "", found)) for found in _MONEY.findall(text)):
        return "money"
    return "date" if any(whole.search(found) for found in _DATE.findall(text)) else "number"


def months_said(text: str) -> set[int]:
    """Return the months, from 1, that an English text names in full."""
    return {index + 1 for index, name in enumerate(_MONTHS) if re.search(rf"\b{name}\b", text)}


def months_heard(segment: Segment) -> set[int]:
    """Return the months, from 1, that the translation names."""
    return {index + 1 for index in _heard(segment, "months")}


def check_months(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for a month or weekday of a date that became another one."""
    dates = " ".join(_DATE.findall(segment.english.words))
    for names, width in ((_MONTHS, "months"), (_DAYS, "days")):
        text = dates if width == "months" else segment.english.words
        said = {index for index, name in enumerate(names) if re.search(rf"\b{name}s?\b", text)}
        if not said or len(segment.english.words.split()) < 2:
            continue
        heard = _heard(segment, width)
        if heard and not said & heard:
            yield Finding("date", _("“%(name)s” of the English became another one."), {"name": names[min(said)]})
        elif len(heard) >= len(said) and said - heard:
            yield Finding("date", _("“%(name)s” of the English is missing."), {"name": names[min(said - heard)]})


def check_currencies(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for a currency that is lost or became another one."""
    source = _currencies(" ".join(_MONEY.findall(segment.english.words)))
    target = _currencies(segment.translation.words)
    for code in sorted(target - source) if source else []:
        yield Finding("money", _("The currency %(code)s does not stand in the English."), {"code": code})
    for code in sorted(source - target):
        if not _names_currency(segment, code):
            yield Finding("money", _("The currency %(code)s of the English is missing."), {"code": code})


def _currencies(text: str) -> set[str]:
    return {code for sign, code in CURRENCIES.items() if sign in text}


def _names_currency(segment: Segment, code: str) -> bool:
    locale = _babel(segment.locale)
    if locale is None:
        return True
    words = [word for word in str(locale.currencies.get(code, "")).split() if len(word) > 3]
    text = segment.translation.words.casefold()
    return not words or code.casefold() in text or any(word[:4].casefold() in text for word in words)


def _heard(segment: Segment, width: str) -> set[int]:
    """Return which months or days the translation names, counted from 0."""
    names = _names(segment.locale, width)
    text = segment.translation.words.casefold()
    if width == "months":
        text = " … ".join(_NEAR_DIGITS.findall(text))
    return {index for index, forms in enumerate(names) if any(_stands(form, text) for form in forms)}


def _stands(form: str, text: str) -> bool:
    """Return whether a name stands in a text, with any ending where it is long enough to be told from other words."""
    start, end = (r"(?<!\d)" if form[0].isdigit() else r"(?<!\w)"), ("" if len(form) > 3 else r"(?!\w)")
    return re.search(f"{start}{re.escape(form)}{end}", text) is not None


@lru_cache(maxsize=64)
def _names(code: str, width: str) -> tuple[tuple[str, ...], ...]:
    locale = _babel(code)
    if locale is None:
        return ()
    tables = locale.months if width == "months" else locale.days
    numbers = range(1, 13) if width == "months" else range(7)
    forms = [[tables[use]["wide"][number].casefold() for use in ("format", "stand-alone")] for number in numbers]
    if width == "months" and locale.language in {"zh", "ja"}:
        forms = [[f"{number}月", f"{number} 月"] for number in numbers]
    return tuple(tuple(dict.fromkeys(each)) for each in forms)


@lru_cache(maxsize=64)
def _babel(code: str) -> Locale | None:
    try:
        return Locale.parse(code.replace("-", "_").replace("hans", "Hans").replace("hant", "Hant"))
    except (UnknownLocaleError, ValueError):
        return None
