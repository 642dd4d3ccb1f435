"""Mends that a press of a button makes: pure functions from bytes to bytes, run in the sealed process, without Django.

The file that comes in is never touched: the answer is a new file, which then goes through the intake like any other.
"""

from accessibility.documents.mends.base import Asks, Change, Mend, Mended, Wish
from accessibility.documents.mends.registry import apply, mends_for

__all__ = ["Asks", "Change", "Mend", "Mended", "Wish", "apply", "mends_for"]
