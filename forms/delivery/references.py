"""References that can be read out: no letter or digit that looks or sounds like another."""

import secrets

#: No I, O, Q, Z, 0, 1: 30 signs. Ten of them are 49 bits.
ALPHABET = "23456789ABCDEFGHJKLMNPRSTUVWXY"
LENGTH = 10


def new_reference() -> str:
    """Return a random reference; the database decides whether it is unique."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def tidy_reference(typed: str) -> str:
    """Return what somebody typed as it is stored: without spaces and dashes, in capitals."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())[:40]
