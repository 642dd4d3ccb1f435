"""Triggers that refuse every change to the audit record, for both databases. Used by a migration.

SQLite drops a table's triggers when a later migration rebuilds that table: such a migration must run
:func:`install` again at its end. ``tests/core/test_audit.py`` fails when it does not.
"""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "core_auditevent"
MESSAGE = "audit events are append-only"

SQLITE = {
    "audit_no_update": f"BEFORE UPDATE ON {TABLE}",
    "audit_no_delete": f"BEFORE DELETE ON {TABLE}",
    # INSERT OR REPLACE deletes the old row without firing its delete trigger.
    "audit_no_replace": f"BEFORE INSERT ON {TABLE} WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id)",  # noqa: S608 - a constant
}
POSTGRESQL = {
    "audit_no_change": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW",
    "audit_no_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT",
}
POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$
"""


def install(_apps: Apps | None, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION)
        for name, event in POSTGRESQL.items():
            schema_editor.execute(f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION audit_refuse()")
        return
    for name, event in SQLITE.items():
        schema_editor.execute(f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END")


def remove(_apps: Apps | None, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers: the way back of the migration."""
    if schema_editor.connection.vendor == "postgresql":
        for name in POSTGRESQL:
            schema_editor.execute(f"DROP TRIGGER {name} ON {TABLE}")
        schema_editor.execute("DROP FUNCTION audit_refuse()")
        return
    for name in SQLITE:
        schema_editor.execute(f"DROP TRIGGER {name}")
