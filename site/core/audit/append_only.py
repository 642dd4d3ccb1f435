"""Triggers that refuse every change to what is kept for the record, for both databases. Used by migrations.

SQLite drops a table's triggers when a later migration rebuilds that table: such a migration must install them again at
its end. ``tests/core/test_audit.py`` and ``tests/accessibility/test_statement.py`` fail when it does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


@dataclass(frozen=True)
class AppendOnlyTable:
    """A table whose rows stay as they were written.

    ``prefix`` starts the names of its triggers, ``message`` is what a refusal says. With ``columns`` only these are
    kept: others may still change, such as a link to a page that is deleted.
    """

    table: str
    prefix: str
    message: str
    columns: tuple[str, ...] = ()

    def install(self, _apps: Apps | None, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Create the triggers; ``RunPython`` calls it."""
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE OR REPLACE FUNCTION {self.prefix}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{self.message}'; END $$"
            )
            for name, event in self._postgresql():
                schema_editor.execute(f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION {self.prefix}_refuse()")
            return
        for name, event in self._sqlite():
            schema_editor.execute(f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, '{self.message}'); END")

    def remove(self, _apps: Apps | None, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Drop the triggers: the way back of the migration."""
        if schema_editor.connection.vendor == "postgresql":
            for name, _event in self._postgresql():
                schema_editor.execute(f"DROP TRIGGER {name} ON {self.table}")
            schema_editor.execute(f"DROP FUNCTION {self.prefix}_refuse()")
            return
        for name, _event in self._sqlite():
            schema_editor.execute(f"DROP TRIGGER {name}")

    @property
    def _update(self) -> str:
        return f"UPDATE OF {', '.join(self.columns)}" if self.columns else "UPDATE"

    def _sqlite(self) -> Iterator[tuple[str, str]]:
        yield f"{self.prefix}_no_update", f"BEFORE {self._update} ON {self.table}"
        yield f"{self.prefix}_no_delete", f"BEFORE DELETE ON {self.table}"
        # INSERT OR REPLACE deletes the old row without firing its delete trigger.
        same = f"SELECT 1 FROM {self.table} WHERE id = NEW.id"  # noqa: S608 - constants
        yield f"{self.prefix}_no_replace", f"BEFORE INSERT ON {self.table} WHEN EXISTS ({same})"

    def _postgresql(self) -> Iterator[tuple[str, str]]:
        yield f"{self.prefix}_no_change", f"BEFORE {self._update} OR DELETE ON {self.table} FOR EACH ROW"
        yield f"{self.prefix}_no_truncate", f"BEFORE TRUNCATE ON {self.table} FOR EACH STATEMENT"


AUDIT = AppendOnlyTable("core_auditevent", "audit", "audit events are append-only")
install, remove = AUDIT.install, AUDIT.remove
