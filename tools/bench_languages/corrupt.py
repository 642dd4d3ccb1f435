"""Seeded faults: a function a kind takes a true translation and gives it one fault, or None where none fits."""

import random
import re
from collections.abc import Callable

from translation.checks.syntax import FORMATS, LINKS, TAG

Corrupt = Callable[[str, str, random.Random], str | None]
_DIGITS = re.compile(r"\d+")
_FOREIGN = {"LATIN": "Зміст цього тексту інший", "OTHER": "Ovaj tekst nije na pravom jeziku"}
_PROTECTED = re.compile("|".join(pattern.pattern for pattern in (TAG, FORMATS)))
NON_LATIN = ("ar", "ur", "bn", "zh")


def number(english: str, text: str, chance: random.Random) -> str | None:
    """Change one number that stands in the words of the translation."""
    hidden = _PROTECTED.sub(lambda match: "\0" * len(match.group()), text)
    places = [match for match in _DIGITS.finditer(hidden) if match.group() in english]
    if not places:
        return None
    place = chance.choice(places)
    other = str(int(place.group()) + chance.randrange(1, 9))
    return text[: place.start()] + other + text[place.end() :]


def placeholder(_english: str, text: str, chance: random.Random) -> str | None:
    """Drop a placeholder, give it another name, or break it."""
    places = list(FORMATS.finditer(text))
    if not places:
        return None
    place = chance.choice(places)
    found = place.group()
    name = re.search(r"[A-Za-z_]{2,}", found)
    renamed = found.replace(name.group(), name.group() + "x", 1) if name else "%q"
    other = chance.choice(["", renamed, found[1:]])
    return text[: place.start()] + other + text[place.end() :]


def tag(_english: str, text: str, chance: random.Random) -> str | None:
    """Drop a tag, break one, or open one instead of closing it."""
    places = list(TAG.finditer(text))
    if not places:
        return None
    place = chance.choice(places)
    found = place.group()
    swapped = found.replace("</", "<", 1) if found.startswith("</") else re.sub(r"^<(\w+)", r"<x\1", found)
    other = chance.choice(["", found[:-1], found[1:], swapped])
    return text[: place.start()] + other + text[place.end() :]


def link(_english: str, text: str, chance: random.Random) -> str | None:
    """Change an address, or drop it."""
    places = list(LINKS.finditer(text))
    if not places:
        return None
    place = chance.choice(places)
    found = place.group()
    letters = [at for at, letter in enumerate(found) if letter.isalpha()]
    at = chance.choice(letters)
    changed = found[:at] + ("q" if found[at] != "q" else "z") + found[at + 1 :]
    return text[: place.start()] + chance.choice([changed, ""]) + text[place.end() :]


def words(english: str, text: str, chance: random.Random, language: str = "") -> str | None:
    """Empty the translation, leave the English, or write another script."""
    other = _FOREIGN["OTHER" if language in NON_LATIN else "LATIN"]
    foreign = re.sub(r"[^\W\d_]+", lambda match: other[: len(match.group())] or "я", _PROTECTED.sub(" ", text))
    kept = " ".join(match.group() for match in _PROTECTED.finditer(text))
    options = ["", english, f"{foreign} {kept}".strip()]
    return chance.choice([option for option in options if option != text])


KINDS: dict[str, Corrupt] = {"number": number, "placeholder": placeholder, "tag": tag, "link": link}
