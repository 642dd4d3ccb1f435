"""The forms in which ``audit`` prints pages, one module each."""

from accessibility.formats.base import Writer
from accessibility.formats.earl import Earl
from accessibility.formats.lines import JsonLines, Text
from accessibility.formats.sarif import Sarif
from accessibility.formats.table import Csv

FORMATS: dict[str, type[Writer]] = {"text": Text, "json": JsonLines, "csv": Csv, "sarif": Sarif, "earl": Earl}

__all__ = ["FORMATS", "Writer"]
