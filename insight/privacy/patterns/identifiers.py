"""Numbers that name one person or one case: state, bank and council."""

from insight.privacy.checks import luhn, nhs_number, reference
from insight.privacy.recogniser import recogniser

_CASE = (
    r"ref(?:erence)?|case|claim|application|ticket|invoice|tenancy|customer|account|acc|rent|benefit|pcn|fine|permit"
    r"|complaint|enquiry|licence|order|report|job|repair|council\stax|crm|id"
)
# Bounded repeats keep the time linear, whatever somebody pastes.
_NUMBER = r"(?:\s(?:number|no\.?|num|id|code|ref(?:erence)?|account)){0,4}(?:\s(?:is|was))?"
_APART = r"[\s:#(.-]{1,20}"
_SORT = r"\d{2}[\s–-]?\d{2}[\s–-]?\d{2}"

ALL = (
    recogniser("nino", r"\b[a-z]{2}(?:[\s.-]?\d){6}[\s.-]?[a-d]\b"),
    recogniser(
        "nino", r"\bn(?:ational\s)?i(?:nsurance)?\s(?:number|no\.?)(?:\sis)?[\s:]+([a-z]{2}[\s\d-]{6,10}\d)", group=1
    ),
    recogniser("card", r"(?<![\w£])\d(?:[\s.-]?\d){12,18}(?!\d)", luhn),
    recogniser(
        "card",
        r"\b(?:card|visa|mastercard)(?:\s(?:number|no\.?))?(?:\sis)?[\s:]+(\d(?:[\s.-]?\d){12,18})(?!\d)",
        group=1,
    ),
    recogniser("bank", r"\bgb\d{2}\s?[a-z]{4}(?:\s?\d){14}\b"),
    recogniser("bank", rf"\b(?:sort(?:\s?code)?|s/?c)(?:\sis)?[\s:]+({_SORT})(?!\d)", group=1),
    recogniser("bank", r"(?<![\d-])\d{2}[–-]\d{2}[–-]\d{2}(?=\D{1,30}\d{4}\s?\d{4}(?!\d))"),
    recogniser(
        "bank",
        r"\b(?:account|acc|a/c|bank)(?:\s(?:number|no\.?|account|details)){0,4}(?:\sis)?[\s:]+(\d{4}\s?\d{4})(?!\d)(?!\s\d)",
        group=1,
    ),
    recogniser("nhs", r"(?<![\w£])\d{3}[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)", nhs_number),
    recogniser("nhs", r"\bnhs\s(?:number|no\.?)(?:\sis)?[\s:]+(\d{3}[\s-]?\d{3}[\s-]?\d{4})(?!\d)", group=1),
    recogniser("passport", r"\bpassport(?:\s(?:number|no\.?))?(?:\sis)?[\s:]+(\d{9})(?!\d)", group=1),
    recogniser("licence", r"\b[a-z9]{5}\s?\d{6}\s?[a-z9]{2}\s?\d[a-z]{2}(?:\s?\d{2})?\b"),
)
LOOSE = (
    recogniser(
        "reference",
        rf"\b(?:{_CASE})s?{_NUMBER}{_APART}"
        r"((?=[\w/-]{0,40}\d)[a-z0-9]{1,10}(?:[/-][a-z0-9]{2,8}|\s(?=\w{0,4}\d)[a-z0-9]{3,5})*)\b",
        reference,
        group=1,
    ),
    recogniser(
        "reference",
        rf"\b(?:{_CASE})s?{_NUMBER}{_APART}((?:[a-z]{{1,4}}\s)?\d{{2,5}}(?:\s\d{{2,5}}){{1,3}})\b",
        reference,
        group=1,
    ),
    recogniser("reference", r"\b[a-z]{1,5}[-/:]?\d{5,10}(?:[-/]\w{1,6})?\b"),
    recogniser("reference", r"\b[a-z]{2,5}(?:[-/][a-z]{2,5}){1,2}[-/]\d{3,10}\b"),
    recogniser("reference", r"(?<![\w/])\d{2}/\d{4,5}/[a-z]{2,6}\b"),
    recogniser("reference", r"(?<![\w£.,-])\d{7,12}(?:-\d{1,3})?(?![\w%]|[.,]\d)"),
)
