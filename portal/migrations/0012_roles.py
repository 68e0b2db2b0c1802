from django.db import migrations

from portal import roles


def grant(apps, schema_editor):
    roles.grant(apps, schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("portal", "0011_office_pages"), ("events", "0005_audience_and_access")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop, elidable=False)]
