"""Dates of birth. Other dates stay: "missed on 3 March" is what the council needs to know."""

from insight.privacy.recogniser import recogniser

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_YEAR = r"(?:\d{4}|['’]?\d{2})"
_DATE = (
    r"(?:\d{1,2}\s?[/.–-]\s?\d{1,2}\s?[/.–-]\s?\d{2,4}|\d{1,2}\s\d{1,2}\s\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}|\d{6}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s|-|/|\sof\s|\sday\sof\s){_MONTH}(?:,?[\s/-]{_YEAR})?"
    rf"|{_MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{_YEAR})?)"
)

ALL = (
    recogniser(
        "date-of-birth",
        r"\b(?:d\.?\s?o\.?\s?b\b\.?|dates?\sof\sbirth|birth\s?da(?:te|y))(?:\s(?:is|was|on|in|of|the|as))*[\s:,.(=-]{1,4}"
        rf"(?:the\s)?({_DATE})(?!\d)",
        group=1,
    ),
    recogniser(
        "date-of-birth", rf"\bborn(?:\s(?:on|in|the))*[\s:,(]+({_DATE}|{_MONTH}\s\d{{4}}|19\d\d)(?!\d)", group=1
    ),
    recogniser(
        "date-of-birth",
        rf"(?<!\d)({_DATE})\s?[(,]?\s?(?:(?:is|was)\s(?:my|his|her|the|their)\s|\b)(?:dob|d\.o\.b|date\sof\sbirth|birth\s?da(?:y|te))\b",
        group=1,
    ),
)
