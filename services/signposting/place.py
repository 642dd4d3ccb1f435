"""Where somebody is, as they write it: a postcode, half of one, or a part of the town."""

import re
from dataclasses import dataclass

#: A British postcode without its spaces: the district, and the three signs that name a street in it.
_POSTCODE = re.compile(r"([a-z]{1,2}[0-9][a-z0-9]?)([0-9][a-z]{2})?", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """``words`` as written; ``district`` of a postcode such as OX4, empty where no postcode was written."""

    words: str
    district: str

    @classmethod
    def of(cls, words: str) -> "Place":
        """Read what somebody wrote."""
        return cls(words, district_of(words))

    def is_near(self, postcode: str, text: str) -> bool:
        """Return whether something with this postcode, or these words about where it is, is here."""
        if self.district:
            return district_of(postcode) == self.district
        return bool(self.words) and self.words.casefold() in text.casefold()


def district_of(postcode: str) -> str:
    """Return the district of a whole or half postcode in capitals; empty where it is none."""
    found = _POSTCODE.fullmatch("".join(postcode.split()))
    return found[1].upper() if found else ""
