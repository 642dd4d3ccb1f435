"""Questions in SQL to the newest export, answered by DuckDB: the site's own database is not touched."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from insight.exports import parquet
from insight.exports.folder import export_root, manifest_of


class QuestionError(Exception):
    """Why there is no answer, in a sentence for the person who asked."""


@dataclass(frozen=True)
class Answer:
    """``made_at`` says of which moment it tells."""

    columns: Sequence[str]
    rows: Sequence[tuple[Any, ...]]
    made_at: str


def ask(question: str, root: Path | None = None) -> Answer:
    """Return the answer to one SELECT; every exported table stands under its name. Raises QuestionError.

    DuckDB reads those Parquet files and nothing else: no other file, no network, no extension, and it writes nothing.
    """
    try:
        import duckdb
    except ImportError:
        raise QuestionError(parquet.MISSING) from None
    folder, manifest = _newest(root or export_root())
    with duckdb.connect(":memory:") as connection:
        try:
            for table in manifest["tables"]:
                path = str(folder / f"{table['name']}.parquet").replace("'", "''")
                connection.execute(f"CREATE VIEW {table['name']} AS SELECT * FROM read_parquet('{path}')")  # noqa: S608 - our own names
            connection.execute(f"SET allowed_directories = ['{str(folder).replace(chr(39), chr(39) * 2)}']")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            statements = connection.extract_statements(question)
            if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
                raise QuestionError("Ask one question that starts with SELECT or WITH. Nothing is ever changed.")
            found = connection.execute(statements[0])
            return Answer([column[0] for column in found.description or ()], found.fetchall(), manifest["made_at"])
        except duckdb.Error as error:
            raise QuestionError(str(error)) from error


def _newest(root: Path) -> tuple[Path, dict[str, Any]]:
    manifest = manifest_of(root)
    if manifest is None:
        raise QuestionError("There is no export yet: manage.py export_insight makes one.")
    if not manifest["parquet"]:
        raise QuestionError("The newest export has no Parquet files: install the analysis packages and export again.")
    return root / manifest["folder"], manifest
