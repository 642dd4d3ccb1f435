"""Names for the machine: keys, slugs and option values that our blocks accept, each used once."""

import re
import unicodedata

from forms.engine.names import LONGEST


def key_of(text: str, otherwise: str = "part", longest: int = LONGEST) -> str:
    """Return ``text`` in small letters, digits and underscores; "firstName" becomes ``first_name``."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", "_", ascii_text)
    key = re.sub(r"[^a-z0-9]+", "_", spaced.lower()).strip("_")[:longest].strip("_")
    return key or otherwise


def slug_of(text: str, otherwise: str = "step") -> str:
    """Return ``text`` as the address of a step."""
    return key_of(text.strip("/"), otherwise).replace("_", "-")


class Names:
    """Hands out each name once; a second asker gets a number."""

    def __init__(self, *taken: str, longest: int = LONGEST) -> None:
        self._taken, self._longest = set(taken), longest
        #: The last number that each name got: a long form asks for the same name thousands of times.
        self._last: dict[str, int] = {}

    def unique(self, name: str, *others: "Names") -> str:
        """Return ``name``, or ``name`` with the first number that is free here and in the others."""
        mark = "-" if "-" in name else "_"
        books = (self, *others)
        free, number = name, self._last.get(name, 1)
        while any(free in book._taken for book in books):
            number += 1
            end = f"{mark}{number}"
            free = f"{name[: self._longest - len(end)]}{end}"
        self._last[name] = number
        for book in books:
            book._taken.add(free)
        return free
