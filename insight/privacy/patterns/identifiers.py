"""Numbers that name one person or one case: state, bank and council."""

from insight.privacy.checks import has_three_digits, luhn, nhs_number
from insight.privacy.recogniser import recogniser

_CASE = (
    r"ref(?:erence)?|case|claim|application|ticket|invoice|tenancy|customer|account|rent|benefit|pcn|fine|permit"
    r"|complaint|enquiry|licence|order|report|job|repair|council\stax"
)

ALL = (
    recogniser("nino", r"\b[a-z]{2}(?:[\s-]?\d{2}){3}[\s-]?[a-d]\b"),
    recogniser(
        "nino", r"\bn(?:ational\s)?i(?:nsurance)?\s(?:number|no\.?)(?:\sis)?[\s:]+([a-z]{2}[\s\d-]{6,10}\d)", group=1
    ),
    recogniser("card", r"(?<![\w£])\d(?:[\s-]?\d){12,18}(?!\d)", luhn),
    recogniser(
        "card",
        r"\b(?:card|visa|mastercard)(?:\s(?:number|no\.?))?(?:\sis)?[\s:]+(\d(?:[\s-]?\d){12,18})(?!\d)",
        group=1,
    ),
    recogniser("bank", r"\bgb\d{2}\s?[a-z]{4}(?:\s?\d){14}\b"),
    recogniser("bank", r"\bsort\s?code(?:\sis)?[\s:]+(\d{2}[\s–-]?\d{2}[\s–-]?\d{2})(?!\d)", group=1),
    recogniser("bank", r"(?<![\d-])\d{2}[–-]\d{2}[–-]\d{2}(?=\D{1,30}\d{8}(?!\d))"),
    recogniser(
        "bank", r"\b(?:account|acc|a/c|bank)(?:\s(?:number|no\.?|account))*(?:\sis)?[\s:]+(\d{8})(?!\d)", group=1
    ),
    recogniser("nhs", r"(?<![\w£])\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)", nhs_number),
    recogniser("nhs", r"\bnhs\s(?:number|no\.?)(?:\sis)?[\s:]+(\d{3}[\s-]?\d{3}[\s-]?\d{4})(?!\d)", group=1),
    recogniser("passport", r"\bpassport(?:\s(?:number|no\.?))?(?:\sis)?[\s:]+(\d{9})(?!\d)", group=1),
)
LOOSE = (
    recogniser(
        "reference",
        rf"\b(?:{_CASE})s?(?:\s(?:number|no\.?|num|id|code|ref(?:erence)?|account))*(?:\s(?:is|was))?[\s:#(.-]+"
        r"((?=[\w/-]*\d)[a-z0-9]{1,10}(?:[/-][a-z0-9]{2,8}|\s(?=\w*\d)[a-z0-9]{3,5})*)\b",
        has_three_digits,
        group=1,
    ),
    recogniser("reference", r"\b[a-z]{1,4}[-/]?\d{5,10}(?:[-/]\w{1,6})?\b"),
    recogniser("reference", r"(?<![\w£.,-])\d{7,12}(?![\w%]|[.,]\d)"),
    recogniser("vehicle", r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b", flags=0),
)
