"""Translations as files: PO and XLIFF, out and in without loss, each file bound to one translation by its uuid."""

from translation.exchange.base import Exchanged, ExchangeError, Format, Problem, apply_units
from translation.exchange.po import PoFormat
from translation.exchange.xliff import XliffFormat

#: Ending of a file -> its format.
FORMATS: dict[str, Format] = {"po": PoFormat(), "xlf": XliffFormat()}

__all__ = ["FORMATS", "ExchangeError", "Exchanged", "Problem", "apply_units"]
