"""The engines' own tables, which Django does not know.

SQLite: two FTS5 tables that read their text from search_searchentry, kept in step by triggers, so that a
cascading delete is never forgotten. Trap: Django changes an SQLite table by making it anew, which drops its
triggers; a later migration that alters SearchEntry must run ``install`` again (tests/search notices).
PostgreSQL: a generated column of words and two indexes.
"""

from django.db import migrations

SQLITE = [
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
        folded_title, folded_summary, folded_body, content='search_searchentry', content_rowid='id',
        tokenize='porter unicode61', prefix='1 2 3')
    """,
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS search_likeness USING fts5(
        folded_title, folded_summary, content='search_searchentry', content_rowid='id', tokenize='trigram')
    """,
    """
    CREATE TRIGGER IF NOT EXISTS search_entry_added AFTER INSERT ON search_searchentry BEGIN
        INSERT INTO search_words(rowid, folded_title, folded_summary, folded_body)
        VALUES (new.id, new.folded_title, new.folded_summary, new.folded_body);
        INSERT INTO search_likeness(rowid, folded_title, folded_summary)
        VALUES (new.id, new.folded_title, new.folded_summary);
    END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS search_entry_removed AFTER DELETE ON search_searchentry BEGIN
        INSERT INTO search_words(search_words, rowid, folded_title, folded_summary, folded_body)
        VALUES ('delete', old.id, old.folded_title, old.folded_summary, old.folded_body);
        INSERT INTO search_likeness(search_likeness, rowid, folded_title, folded_summary)
        VALUES ('delete', old.id, old.folded_title, old.folded_summary);
    END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS search_entry_changed AFTER UPDATE ON search_searchentry BEGIN
        INSERT INTO search_words(search_words, rowid, folded_title, folded_summary, folded_body)
        VALUES ('delete', old.id, old.folded_title, old.folded_summary, old.folded_body);
        INSERT INTO search_likeness(search_likeness, rowid, folded_title, folded_summary)
        VALUES ('delete', old.id, old.folded_title, old.folded_summary);
        INSERT INTO search_words(rowid, folded_title, folded_summary, folded_body)
        VALUES (new.id, new.folded_title, new.folded_summary, new.folded_body);
        INSERT INTO search_likeness(rowid, folded_title, folded_summary)
        VALUES (new.id, new.folded_title, new.folded_summary);
    END
    """,
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
    "INSERT INTO search_likeness(search_likeness) VALUES ('rebuild')",
]
SQLITE_REVERSE = [
    "DROP TRIGGER search_entry_added",
    "DROP TRIGGER search_entry_removed",
    "DROP TRIGGER search_entry_changed",
    "DROP TABLE search_words",
    "DROP TABLE search_likeness",
]
CONFIGURATION = """
    CASE split_part(language, '-', 1)
        WHEN 'en' THEN 'english'::regconfig WHEN 'ar' THEN 'arabic'::regconfig ELSE 'simple'::regconfig END
"""
POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"""
    ALTER TABLE search_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector({CONFIGURATION}, folded_title), 'A')
        || setweight(to_tsvector({CONFIGURATION}, folded_summary), 'B')
        || setweight(to_tsvector({CONFIGURATION}, folded_body), 'D')) STORED
    """,
    "CREATE INDEX search_entry_words ON search_searchentry USING gin (words)",
    """
    CREATE INDEX search_entry_likeness ON search_searchentry
    USING gin (folded_title gin_trgm_ops, folded_summary gin_trgm_ops)
    """,
]
POSTGRESQL_REVERSE = [
    "DROP INDEX search_entry_words",
    "DROP INDEX search_entry_likeness",
    "ALTER TABLE search_searchentry DROP COLUMN words",
]


def _run(schema_editor, statements):
    for statement in statements.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


def install(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def remove(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE_REVERSE, "postgresql": POSTGRESQL_REVERSE})


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
