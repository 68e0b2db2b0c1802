"""PostgreSQL: a vector of words for each depth of a search, instead of one with weights.

A condition on weights makes PostgreSQL unpack the long vector of every row that matches, once for
each depth; without weights the index answers alone, and the short vectors lie in the row itself.
"""

from django.db import migrations

VECTORS = {
    "title_vector": "title_words",
    "names_vector": "title_words || ' ' || name_words",
    "words": "title_words || ' ' || name_words || ' ' || body_words",
}
# Records are saved now and then, and found all the time: nothing waits to be put in.
INDEX = """CREATE INDEX portal_searchdocument_words ON portal_searchdocument USING gin (words)
    WITH (fastupdate = off)"""
WEIGHTED = """ALTER TABLE portal_searchdocument ADD COLUMN words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', title_words), 'A') ||
    setweight(to_tsvector('simple', name_words), 'B') ||
    setweight(to_tsvector('simple', body_words), 'C')) STORED"""


def added(name, words):
    return f"ADD COLUMN {name} tsvector GENERATED ALWAYS AS (to_tsvector('simple', {words})) STORED"


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        columns = ", ".join(added(name, words) for name, words in VECTORS.items())
        schema_editor.execute("ALTER TABLE portal_searchdocument DROP COLUMN words")
        schema_editor.execute(f"ALTER TABLE portal_searchdocument {columns}")
        schema_editor.execute(INDEX)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        columns = ", ".join(f"DROP COLUMN {name}" for name in VECTORS)
        schema_editor.execute(f"ALTER TABLE portal_searchdocument {columns}")
        schema_editor.execute(WEIGHTED)
        schema_editor.execute(INDEX)


class Migration(migrations.Migration):
    dependencies = [("portal", "0012_roles")]

    operations = [migrations.RunPython(make, drop, elidable=False)]
