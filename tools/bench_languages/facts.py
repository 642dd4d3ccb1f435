"""Sentences with facts as each language writes them: added to a real entry, true or with one fact changed."""

import random
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

#: Language -> its own ten digits, for those that also write others than the European ones.
NATIVE = {"ar": "٠١٢٣٤٥٦٧٨٩", "ur": "۰۱۲۳۴۵۶۷۸۹", "bn": "০১২৩৪৫৬৭৮৯"}
#: Language -> what stands before each fact in turn: telephone, date, sum of money, number.
AROUND = {
    "en": "Call {} by {} and pay {} for {} items.",
    "pl": "Zadzwoń pod {} do {} i zapłać {} za {} rzeczy.",
    "pt": "Ligue para {} até {} e pague {} por {} artigos.",
    "es": "Llame al {} antes del {} y pague {} por {} artículos.",
    "ro": "Sunați la {} până la {} și plătiți {} pentru {} articole.",
    "de": "Rufen Sie {} bis {} an und zahlen Sie {} für {} Dinge.",
    "ar": "اتصل على {} قبل {} وادفع {} مقابل {} قطعة.",
    "ur": "{} پر {} تک فون کریں اور {} ادا کریں، {} چیزوں کے لیے۔",
    "bn": "{} নম্বরে {} এর মধ্যে ফোন করুন এবং {} দিন, {} টি জিনিসের জন্য।",
    "zh": "请在{}之前拨打{}，并支付{}购买{}件物品。",
}


@dataclass(frozen=True)
class Facts:
    """A telephone number, a day, a sum in pounds and a number of things."""

    phone: str
    day: date
    money: Decimal
    things: int


def some(chance: random.Random) -> Facts:
    """Return facts as they stand on council pages."""
    phone = f"01865 {chance.randrange(200000, 999999)}"
    day = date(chance.randrange(2024, 2030), chance.randrange(1, 13), chance.randrange(1, 29))
    return Facts(phone, day, Decimal(chance.randrange(100, 250000)) / 100, chance.randrange(2, 30000))


def changed(facts: Facts, chance: random.Random) -> dict[str, Facts]:
    """Return the same facts with one of them changed, by what was changed."""
    digits = list(facts.phone)
    at = chance.randrange(6, len(digits))
    digits[at] = str((int(digits[at]) + chance.randrange(1, 10)) % 10)
    return {
        "phone": replace(facts, phone="".join(digits)),
        "date": replace(facts, day=_other_day(facts.day, chance)),
        "money": replace(facts, money=facts.money + Decimal(chance.choice(["0.10", "1", "10", "100"]))),
        "number": replace(facts, things=facts.things + chance.choice([1, -1, 10, 100])),
    }


def sentence(facts: Facts, language: str, *, native: bool = False) -> str:
    """Return the facts in ``language``, with its formats for dates, money and numbers."""
    locale = Locale.parse("en_GB" if language == "en" else language)
    parts = (
        facts.phone,
        format_date(facts.day, "d MMMM y" if language != "zh" else "long", locale=locale),
        format_currency(facts.money, "GBP", locale=locale, numbering_system="latn"),
        format_decimal(facts.things, locale=locale, numbering_system="latn"),
    )
    if language == "zh":
        parts = (parts[1], parts[0], *parts[2:])
    text = AROUND[language].format(*parts)
    return text.translate(str.maketrans("0123456789", NATIVE[language])) if native else text


def _other_day(day: date, chance: random.Random) -> date:
    if chance.random() < 0.5:
        return day.replace(month=day.month % 12 + 1)
    return day.replace(day=day.day % 28 + 1)
