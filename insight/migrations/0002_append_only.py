"""Events are append-only on the database too: a trigger refuses every UPDATE. Retention may still delete.

SQLite loses triggers when Django rebuilds the table for a later column change: such a migration has to run
``CREATE`` again, and a test fails when the trigger is missing.
"""

from django.db import migrations

CREATE = {
    "sqlite": [
        "CREATE TRIGGER insight_event_append_only BEFORE UPDATE ON insight_event "
        "BEGIN SELECT RAISE(ABORT, 'insight_event is append-only'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION insight_event_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'insight_event is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        "CREATE TRIGGER insight_event_append_only BEFORE UPDATE ON insight_event "
        "FOR EACH ROW EXECUTE FUNCTION insight_event_refuse()",
    ],
}
DROP = {
    "sqlite": ["DROP TRIGGER insight_event_append_only"],
    "postgresql": [
        "DROP TRIGGER insight_event_append_only ON insight_event",
        "DROP FUNCTION insight_event_refuse()",
    ],
}


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("insight", "0001_initial")]
    operations = [migrations.RunPython(_run(CREATE), _run(DROP))]
