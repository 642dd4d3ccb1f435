"""Words in a column of their own that nobody reads in a copy of the database."""

import base64
import binascii
from typing import Any

from django.db import models

from core.services import UnsealError, seal, unseal

#: Marks a sealed value; what was stored before columns were sealed has none.
MARK = "sealed:"


class SealedText(models.TextField):  # type: ignore[type-arg] # generic in the stubs alone
    """A text under the ring's seal, bound to its column. It cannot be searched; empty stays empty."""

    def get_prep_value(self, value: Any) -> Any:
        """Return the sealed value as text."""
        if not value:
            return value
        sealed = seal(str(value).encode(), context=self.place)
        return MARK + base64.b64encode(sealed).decode()

    def from_db_value(self, value: str | None, *_database: Any) -> str | None:
        """Return the words; an empty text for a value that does not open here."""
        if not value or not value.startswith(MARK):
            return value
        try:
            return unseal(base64.b64decode(value.removeprefix(MARK)), context=self.place).decode()
        except (UnsealError, binascii.Error):
            return ""

    @property
    def place(self) -> str:
        """Return what binds a value to its column."""
        return f"{self.model._meta.db_table}.{self.column}"
