"""The full-text index of search documents, kept by the database itself: FTS5, or a tsvector.

On SQLite, remaking the table of documents (as altering a column does) drops its triggers: such a
migration has to run this one's SQL again.
"""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE portal_searchindex USING fts5(
        title_words, name_words, body_words,
        content='portal_searchdocument', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='2 3')""",
    """CREATE TRIGGER portal_searchindex_added AFTER INSERT ON portal_searchdocument BEGIN
        INSERT INTO portal_searchindex (rowid, title_words, name_words, body_words)
        VALUES (new.id, new.title_words, new.name_words, new.body_words);
    END""",
    """CREATE TRIGGER portal_searchindex_gone AFTER DELETE ON portal_searchdocument BEGIN
        INSERT INTO portal_searchindex
            (portal_searchindex, rowid, title_words, name_words, body_words)
        VALUES ('delete', old.id, old.title_words, old.name_words, old.body_words);
    END""",
    """CREATE TRIGGER portal_searchindex_changed AFTER UPDATE ON portal_searchdocument BEGIN
        INSERT INTO portal_searchindex
            (portal_searchindex, rowid, title_words, name_words, body_words)
        VALUES ('delete', old.id, old.title_words, old.name_words, old.body_words);
        INSERT INTO portal_searchindex (rowid, title_words, name_words, body_words)
        VALUES (new.id, new.title_words, new.name_words, new.body_words);
    END""",
]
POSTGRESQL = [
    """ALTER TABLE portal_searchdocument ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_words), 'A') ||
        setweight(to_tsvector('simple', name_words), 'B') ||
        setweight(to_tsvector('simple', body_words), 'C')) STORED""",
    "CREATE INDEX portal_searchdocument_words ON portal_searchdocument USING gin (words)",
]
BACK = {
    "sqlite": [
        "DROP TRIGGER portal_searchindex_changed",
        "DROP TRIGGER portal_searchindex_gone",
        "DROP TRIGGER portal_searchindex_added",
        "DROP TABLE portal_searchindex",
    ],
    "postgresql": ["ALTER TABLE portal_searchdocument DROP COLUMN words"],
}


def make(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("portal", "0009_search")]

    operations = [migrations.RunPython(make, drop, elidable=False)]
