from django.db import migrations

from portal import roles


def grant(apps, schema_editor):
    roles.grant(apps, schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0003_desk"),
        ("organizations", "0002_bin_and_desk"),
        ("venues", "0002_bin_and_desk"),
        ("events", "0002_bin_and_desk"),
        ("reports", "0002_bin_and_desk"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop, elidable=False)]
