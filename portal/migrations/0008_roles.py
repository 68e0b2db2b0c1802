from django.db import migrations

from portal import roles


def grant(apps, schema_editor):
    roles.grant(apps, schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("portal", "0007_erasure"), ("reports", "0003_trail")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop, elidable=False)]
