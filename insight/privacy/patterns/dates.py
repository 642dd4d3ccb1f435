"""Dates of birth. Other dates stay: "missed on 3 March" is what the council needs to know."""

from insight.privacy.recogniser import recogniser

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = (
    r"(?:\d{1,2}\s?[/.–-]\s?\d{1,2}\s?[/.–-]\s?\d{2,4}|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s\d{{2,4}}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)

ALL = (
    recogniser(
        "date-of-birth",
        rf"\b(?:born|d\.?\s?o\.?\s?b\.?|dates?\sof\sbirth|birth\s?da(?:te|y))(?:\s(?:is|was|on|in|of))*[\s:,(]+({_DATE})",
        group=1,
    ),
    recogniser("date-of-birth", rf"({_DATE})\s?\(?(?:is\smy\s|\b)(?:dob|date\sof\sbirth|birthday)\b", group=1),
)
