import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("portal", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalOfficeHolder",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="imię i nazwisko")),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("proxy", "Pełnomocnik ds. organizacji pozarządowych"),
                            ("mayor", "Prezydent Miasta"),
                            ("other", "inna funkcja"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="urząd",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Np. „Pełnomocniczka Prezydenta Miasta Krakowa ds. Polityki Równościowej”.",
                        max_length=200,
                        verbose_name="funkcja w formie tej osoby",
                    ),
                ),
                (
                    "since",
                    models.DateField(
                        help_text="Jeśli dzień nie jest znany: pierwszy, o którym wiadomo na pewno.",
                        verbose_name="od",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="do")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical osoba pełniąca funkcję",
                "verbose_name_plural": "historical osoby pełniące funkcje",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOrganization",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="wersja"),
                ),
                ("folded", models.TextField(default="", editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="nazwa")),
                (
                    "sort_key",
                    models.CharField(db_index=True, default="", editable=False, max_length=255),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("published", "opublikowane"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="publikacja"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="wycofanie"
                    ),
                ),
                (
                    "withdrawal_reason",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="powód wycofania"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Wpis pokazowy: nosi etykietę „przykład” i nie trafia do wyszukiwarek.",
                        verbose_name="przykład",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ngo", "organizacja pozarządowa"),
                            ("informal", "grupa nieformalna"),
                            ("city", "jednostka miejska"),
                            ("institution", "instytucja"),
                            ("company", "firma"),
                            ("body", "rada lub komisja"),
                            ("other", "nie wiemy jeszcze"),
                        ],
                        default="ngo",
                        max_length=12,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="Kilka słów, np. „zdrowie psychiczne”.",
                        max_length=120,
                        verbose_name="czym się zajmuje",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="opis")),
                ("website", models.URLField(blank=True, verbose_name="strona")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical organizacja",
                "verbose_name_plural": "historical organizacje",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="OfficeHolder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="imię i nazwisko")),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("proxy", "Pełnomocnik ds. organizacji pozarządowych"),
                            ("mayor", "Prezydent Miasta"),
                            ("other", "inna funkcja"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="urząd",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Np. „Pełnomocniczka Prezydenta Miasta Krakowa ds. Polityki Równościowej”.",
                        max_length=200,
                        verbose_name="funkcja w formie tej osoby",
                    ),
                ),
                (
                    "since",
                    models.DateField(
                        help_text="Jeśli dzień nie jest znany: pierwszy, o którym wiadomo na pewno.",
                        verbose_name="od",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="do")),
            ],
            options={
                "verbose_name": "osoba pełniąca funkcję",
                "verbose_name_plural": "osoby pełniące funkcje",
                "ordering": ("office", "-since", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="organizations_officeholder_until_after_since",
                        violation_error_message="Koniec pełnienia funkcji jest przed początkiem.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Organization",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="wersja"),
                ),
                ("folded", models.TextField(default="", editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="nazwa")),
                (
                    "sort_key",
                    models.CharField(db_index=True, default="", editable=False, max_length=255),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("published", "opublikowane"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="publikacja"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="wycofanie"
                    ),
                ),
                (
                    "withdrawal_reason",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="powód wycofania"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Wpis pokazowy: nosi etykietę „przykład” i nie trafia do wyszukiwarek.",
                        verbose_name="przykład",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ngo", "organizacja pozarządowa"),
                            ("informal", "grupa nieformalna"),
                            ("city", "jednostka miejska"),
                            ("institution", "instytucja"),
                            ("company", "firma"),
                            ("body", "rada lub komisja"),
                            ("other", "nie wiemy jeszcze"),
                        ],
                        default="ngo",
                        max_length=12,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="Kilka słów, np. „zdrowie psychiczne”.",
                        max_length=120,
                        verbose_name="czym się zajmuje",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="opis")),
                ("website", models.URLField(blank=True, verbose_name="strona")),
            ],
            options={
                "verbose_name": "organizacja",
                "verbose_name_plural": "organizacje",
                "ordering": ("sort_key", "pk"),
                "permissions": [
                    ("publish_organization", "Może publikować i wycofywać organizacje")
                ],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                        name="organizations_organization_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"), ("published_at__isnull", False), _connector="OR"
                        ),
                        name="organizations_organization_published_has_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawal_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="organizations_organization_withdrawn_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="organizations_organization_named",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAlias",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("folded", models.TextField(default="", editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="inna nazwa")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical inna nazwa organizacji",
                "verbose_name_plural": "historical inne nazwy organizacji",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("folded", models.TextField(default="", editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="inna nazwa")),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
            ],
            options={
                "verbose_name": "inna nazwa organizacji",
                "verbose_name_plural": "inne nazwy organizacji",
                "ordering": ("pk",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        models.F("organization"),
                        models.F("folded"),
                        name="organizations_alias_once",
                        violation_error_message="Ta nazwa jest już zapisana.",
                    )
                ],
            },
        ),
    ]
