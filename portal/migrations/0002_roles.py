from django.db import migrations

from portal import roles


def grant(apps, schema_editor):
    roles.grant(apps, schema_editor.connection.alias)


def revoke(apps, schema_editor):
    names = ["redakcja", "publikacja", "administracja"]
    apps.get_model("auth", "Group").objects.filter(name__in=names).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_initial"),
        ("organizations", "0001_initial"),
        ("venues", "0001_initial"),
        ("events", "0001_initial"),
        ("reports", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(grant, revoke, elidable=False)]
