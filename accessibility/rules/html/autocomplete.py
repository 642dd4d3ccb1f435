"""The words of ``autocomplete``: HTML standard, "Autofill", and WCAG 2.2's list of input purposes."""

import re

_FIELDS = (
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname organization-title "
    "username new-password current-password one-time-code organization street-address address-line1 address-line2 "
    "address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code cc- "
    "name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc- type "
    "transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo tel tel- "
    "country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp"
)
FIELDS = frozenset(_FIELDS.split())
CONTACT = frozenset(name for name in FIELDS if name in {"email", "impp"} or name == "tel" or name.startswith("tel-"))
PURPOSES = re.compile(
    r"^(your |full |first |given |last |family |middle )*(name|surname|e-?mail( address)?|phone( number)?|"
    r"telephone( number)?|mobile( number)?|post ?code|address|address line \d|date of birth|town or city|city)$",
    re.IGNORECASE,
)


def is_valid(text: str) -> bool:
    """Return whether ``text`` is what the standard takes: on, off, or [section] [address] [contact] field."""
    words = text.lower().split()
    if not words or words in (["on"], ["off"]):
        return True
    if words[-1] == "webauthn":
        words.pop()
    if words and words[0].startswith("section-"):
        words.pop(0)
    if words and words[0] in {"shipping", "billing"}:
        words.pop(0)
    contact = bool(words) and words[0] in {"home", "work", "mobile", "fax", "pager"}
    if contact:
        words.pop(0)
    return len(words) == 1 and words[0] in (CONTACT if contact else FIELDS)
