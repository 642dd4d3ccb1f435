"""The scheduled export: each published table as CSV and, where it can be written, as Parquet."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.services import write_csv
from insight.exports import parquet
from insight.exports.columns import VERSION, Table
from insight.exports.folder import export_root, making
from insight.exports.read import Row, pieces
from insight.exports.tables import TABLES


def export(root: Path | None = None, now: datetime | None = None) -> dict[str, Any]:
    """Write all tables and return the manifest. Whatever stops it leaves the export before as it was."""
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    with making(root or export_root(), moment) as (folder, manifest):
        tables = [_table(folder, table, manifest["folder"]) for table in TABLES]
        manifest |= {
            "schema_version": VERSION,
            "parquet": parquet.installed(),
            "note": "" if parquet.installed() else parquet.MISSING,
            "tables": tables,
        }
    return manifest


def _table(folder: Path, table: Table, home: str) -> dict[str, Any]:
    """Write one table's files and return what the manifest says of them."""
    paths = [folder / f"{table.name}.csv"]
    with ExitStack() as stack:
        wide = None
        if parquet.installed():
            paths.append(folder / f"{table.name}.parquet")
            wide = stack.enter_context(parquet.ParquetFile(paths[-1], table))
        counted = _Counted(table, wide)
        with paths[0].open("w", encoding="utf-8", newline="") as file:
            write_csv(counted.lines(), file)
    return {
        "name": table.name,
        "meaning": table.meaning,
        "rows": counted.rows,
        "columns": [{"name": c.name, "type": c.kind, "meaning": c.meaning} for c in table.columns],
        "files": [_file(path, home) for path in paths],
    }


class _Counted:
    """One pass over a table feeds both files, so that both hold the same rows."""

    def __init__(self, table: Table, wide: parquet.ParquetFile | None) -> None:
        self.table, self.wide, self.rows = table, wide, 0

    def lines(self) -> Iterator[Sequence[object]]:
        """Yield the head and all rows for CSV; each piece goes to Parquet on the way."""
        yield [column.name for column in self.table.columns]
        for piece in pieces(self.table):
            self._pass_on(piece)
            yield from piece

    def _pass_on(self, piece: list[Row]) -> None:
        self.rows += len(piece)
        if self.wide is not None:
            self.wide.add(piece)


def _file(path: Path, home: str) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"path": f"{home}/{path.name}", "bytes": path.stat().st_size, "sha256": digest}
