"""What a published table is: its columns with their meaning, and the statement that draws it from our own tables."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "text", "count", "number"]
#: A change that drops or renames a column, or gives one another meaning, is a new version with names of its own.
VERSION = 1


@dataclass(frozen=True)
class Column:
    """``source`` is the SQL that both databases understand; empty where it is the column's own name."""

    name: str
    kind: Kind
    meaning: str
    source: str = ""

    @property
    def sql(self) -> str:
        """Return the column as it stands in the view's statement."""
        return f"{self.source} AS {self.name}" if self.source else self.name


@dataclass(frozen=True)
class Table:
    """``tail`` is the statement from FROM on; ``table`` our own table, on which the view stands."""

    name: str
    meaning: str
    table: str
    columns: tuple[Column, ...]
    where: str = ""

    @property
    def view(self) -> str:
        """Return the name of the view, for example ``insight_v1_daily``."""
        return f"insight_v{VERSION}_{self.name}"

    @property
    def select(self) -> str:
        """Return the statement of the view."""
        condition = f" WHERE {self.where}" if self.where else ""
        return f"SELECT {', '.join(column.sql for column in self.columns)} FROM {self.table}{condition}"  # noqa: S608 - constants
