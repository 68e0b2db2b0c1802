"""Pictures as clean files under random names, with what the law asks about people on them."""

import django.core.validators
from django.db import migrations, models

PEOPLE = [
    ("none", "nie, nikogo nie da się rozpoznać"),
    ("agreed", "tak, i zgodziły się na publikację"),
    ("detail", "tak, ale są tylko szczegółem zgromadzenia lub imprezy publicznej"),
    ("office", "tak, to osoby powszechnie znane, przy pełnieniu funkcji publicznej"),
]
LICENCE = {
    "help_text": "Na przykład: CC BY 4.0, domena publiczna, za zgodą autorki.",
    "max_length": 120,
    "verbose_name": "licencja",
}


def refuse_unchecked(apps, schema_editor):
    """No version of the portal could take a picture before this one, so there is none to lose.

    One that was put in by hand has a file that nobody checked: stop, rather than guess.
    """
    pictures = apps.get_model("events", "EventPicture").objects.using(
        schema_editor.connection.alias
    )
    if files := list(pictures.values_list("file", flat=True)):
        raise RuntimeError(
            f"events_eventpicture holds {len(files)} rows whose files were never checked "
            f"({', '.join(files[:5])}). Delete the rows, migrate, and add the files at the desk."
        )


def point(label):
    return models.PositiveSmallIntegerField(
        default=50,
        validators=[django.core.validators.MaxValueValidator(100)],
        verbose_name=label,
    )


def add(model, name, field):
    return migrations.AddField(model, name, field, preserve_default=False)


def changes(model, *, unique):
    """The same on both tables, save that one name stands in many rows of a history."""
    name = {"unique": True} if unique else {"db_index": True}
    labels = {
        "focal_x": "punkt ważny, od lewej (%)",
        "focal_y": "punkt ważny, od góry (%)",
    }
    people = models.CharField(
        choices=PEOPLE,
        default="none",
        max_length=10,
        verbose_name="Czy widać osoby, które można rozpoznać?",
    )
    return [
        migrations.RemoveField(model, "file"),
        add(
            model,
            "name",
            models.CharField(
                default="", editable=False, max_length=32, verbose_name="nazwa plików", **name
            ),
        ),
        add(
            model,
            "width",
            models.PositiveIntegerField(default=0, editable=False, verbose_name="szerokość"),
        ),
        add(
            model,
            "height",
            models.PositiveIntegerField(default=0, editable=False, verbose_name="wysokość"),
        ),
        add(model, "people", people),
        migrations.AlterField(model, "licence", models.CharField(**LICENCE)),
        *(migrations.AlterField(model, field, point(label)) for field, label in labels.items()),
    ]


class Migration(migrations.Migration):
    dependencies = [("events", "0002_bin_and_desk")]

    operations = [
        migrations.RunPython(refuse_unchecked, migrations.RunPython.noop),
        *changes("eventpicture", unique=True),
        *changes("historicaleventpicture", unique=False),
        migrations.AddConstraint(
            model_name="eventpicture",
            constraint=models.CheckConstraint(
                condition=models.Q(people__in=[value for value, _ in PEOPLE]),
                name="events_eventpicture_people_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventpicture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), _negated=True), ("width__gt", 0), ("height__gt", 0)
                ),
                name="events_eventpicture_has_files",
            ),
        ),
    ]
