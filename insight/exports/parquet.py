"""Parquet files (Apache Parquet format 2), through pyarrow where the analysis packages are installed."""

import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from insight.exports.columns import Kind, Table
from insight.exports.read import Row

MISSING = "The analysis packages are not installed: pip install --require-hashes -r requirements/analysis.lock"


def installed() -> bool:
    """Return whether Parquet can be written."""
    return importlib.util.find_spec("pyarrow") is not None


class ParquetFile:
    """Takes rows piece by piece; each piece is a row group. A context manager: the file is whole when it ends."""

    def __init__(self, path: Path, table: Table) -> None:
        # 60 MB of memory: only the process that exports pays for it.
        import pyarrow as pa
        import pyarrow.parquet as pq

        kinds: Mapping[Kind, Any] = {
            "date": pa.date32(), "text": pa.string(), "count": pa.int64(), "number": pa.float64(),
        }  # fmt: skip
        fields = [
            pa.field(column.name, kinds[column.kind], metadata={"meaning": column.meaning}) for column in table.columns
        ]
        self._schema = pa.schema(fields)
        self._batch = pa.record_batch
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._writer.close()

    def add(self, rows: Sequence[Row]) -> None:
        """Write ``rows``."""
        columns = [list(values) for values in zip(*rows, strict=True)]
        self._writer.write_batch(self._batch(columns, schema=self._schema))
