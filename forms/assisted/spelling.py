"""A reference that is read out: sign by sign, each letter with a word that cannot be misheard (ICAO alphabet)."""

WORDS = {
    "A": "Alfa",
    "B": "Bravo",
    "C": "Charlie",
    "D": "Delta",
    "E": "Echo",
    "F": "Foxtrot",
    "G": "Golf",
    "H": "Hotel",
    "J": "Juliett",
    "K": "Kilo",
    "L": "Lima",
    "M": "Mike",
    "N": "November",
    "P": "Papa",
    "R": "Romeo",
    "S": "Sierra",
    "T": "Tango",
    "U": "Uniform",
    "V": "Victor",
    "W": "Whiskey",
    "X": "X-ray",
    "Y": "Yankee",
}


def spelled(reference: str) -> list[str]:
    """Return for example ``["W – Whiskey", "7"]``; the words are the same in every language."""
    return [f"{sign} – {WORDS[sign]}" if sign in WORDS else sign for sign in reference]
