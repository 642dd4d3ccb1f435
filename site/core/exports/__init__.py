"""The only writers of spreadsheets: no cell they write is ever run as a formula."""

from core.exports.formulas import neutralise, restore
from core.exports.writers import write_csv, write_xlsx

__all__ = ["neutralise", "restore", "write_csv", "write_xlsx"]
