"""Names for the machine: keys, slugs and option values that our blocks accept, each used once."""

import re
import unicodedata


def key_of(text: str, otherwise: str = "part", longest: int = 50) -> str:
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

    def __init__(self, *taken: str) -> None:
        self._taken = set(taken)

    def unique(self, name: str) -> str:
        """Return ``name``, or ``name`` with the first free number."""
        mark = "-" if "-" in name else "_"
        free, number = name, 1
        while free in self._taken:
            number += 1
            free = f"{name}{mark}{number}"
        self._taken.add(free)
        return free
