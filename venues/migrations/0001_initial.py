import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organizations", "0001_initial"),
        ("portal", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Venue",
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
                    "address_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ul.", "ul."),
                            ("al.", "al."),
                            ("pl.", "pl."),
                            ("os.", "os."),
                            ("", "bez określenia (np. Rynek Główny)"),
                        ],
                        default="ul.",
                        max_length=3,
                        verbose_name="ul., al., pl., os.",
                    ),
                ),
                (
                    "street",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="ulica, plac lub osiedle"
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=20, verbose_name="numer")),
                (
                    "postal_code",
                    models.CharField(blank=True, max_length=6, verbose_name="kod pocztowy"),
                ),
                (
                    "city",
                    models.CharField(default="Kraków", max_length=60, verbose_name="miejscowość"),
                ),
                (
                    "district",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "I Stare Miasto"),
                            (2, "II Grzegórzki"),
                            (3, "III Prądnik Czerwony"),
                            (4, "IV Prądnik Biały"),
                            (5, "V Krowodrza"),
                            (6, "VI Bronowice"),
                            (7, "VII Zwierzyniec"),
                            (8, "VIII Dębniki"),
                            (9, "IX Łagiewniki-Borek Fałęcki"),
                            (10, "X Swoszowice"),
                            (11, "XI Podgórze Duchackie"),
                            (12, "XII Bieżanów-Prokocim"),
                            (13, "XIII Podgórze"),
                            (14, "XIV Czyżyny"),
                            (15, "XV Mistrzejowice"),
                            (16, "XVI Bieńczyce"),
                            (17, "XVII Wzgórza Krzesławickie"),
                            (18, "XVIII Nowa Huta"),
                        ],
                        null=True,
                        verbose_name="dzielnica",
                    ),
                ),
                (
                    "entrance",
                    models.CharField(
                        blank=True,
                        help_text="Np. „wejście od al. Przyjaźni”.",
                        max_length=200,
                        verbose_name="którędy wejść",
                    ),
                ),
                (
                    "stop",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="najbliższy przystanek"
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        verbose_name="szerokość geograficzna",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        verbose_name="długość geograficzna",
                    ),
                ),
                (
                    "point_precision",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="O ile metrów punkt może się mylić. Pinezkę pokazujemy do 50 m.",
                        null=True,
                        verbose_name="dokładność punktu (m)",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="co to za miejsce")),
                ("website", models.URLField(blank=True, verbose_name="strona")),
                (
                    "inside",
                    models.ForeignKey(
                        blank=True,
                        help_text="Miejsce, w którym to się mieści, np. Pałac Krzysztofory.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places_inside",
                        to="venues.venue",
                        verbose_name="w budynku",
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="venues",
                        to="organizations.organization",
                        verbose_name="kto prowadzi",
                    ),
                ),
            ],
            options={
                "verbose_name": "miejsce",
                "verbose_name_plural": "miejsca",
                "ordering": ("sort_key", "pk"),
                "permissions": [("publish_venue", "Może publikować i wycofywać miejsca")],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                        name="venues_venue_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"), ("published_at__isnull", False), _connector="OR"
                        ),
                        name="venues_venue_published_has_date",
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
                        name="venues_venue_withdrawn_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="venues_venue_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("district__isnull", True),
                            ("district__range", (1, 18)),
                            _connector="OR",
                        ),
                        name="venues_venue_district_exists",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("latitude__isnull", True),
                                ("longitude__isnull", True),
                                ("point_precision__isnull", True),
                            ),
                            models.Q(
                                ("latitude__isnull", False),
                                ("longitude__isnull", False),
                                ("point_precision__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="venues_venue_point_whole",
                        violation_error_message="Punkt na mapie to szerokość, długość i dokładność: podaj wszystkie trzy.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("inside__isnull", True),
                            models.Q(("inside", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="venues_venue_not_inside_itself",
                        violation_error_message="Miejsce nie może mieścić się w sobie samym.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalVenueAlias",
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
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="venues.venue",
                        verbose_name="miejsce",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical inna nazwa miejsca",
                "verbose_name_plural": "historical inne nazwy miejsca",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVenue",
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
                    "address_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ul.", "ul."),
                            ("al.", "al."),
                            ("pl.", "pl."),
                            ("os.", "os."),
                            ("", "bez określenia (np. Rynek Główny)"),
                        ],
                        default="ul.",
                        max_length=3,
                        verbose_name="ul., al., pl., os.",
                    ),
                ),
                (
                    "street",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="ulica, plac lub osiedle"
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=20, verbose_name="numer")),
                (
                    "postal_code",
                    models.CharField(blank=True, max_length=6, verbose_name="kod pocztowy"),
                ),
                (
                    "city",
                    models.CharField(default="Kraków", max_length=60, verbose_name="miejscowość"),
                ),
                (
                    "district",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "I Stare Miasto"),
                            (2, "II Grzegórzki"),
                            (3, "III Prądnik Czerwony"),
                            (4, "IV Prądnik Biały"),
                            (5, "V Krowodrza"),
                            (6, "VI Bronowice"),
                            (7, "VII Zwierzyniec"),
                            (8, "VIII Dębniki"),
                            (9, "IX Łagiewniki-Borek Fałęcki"),
                            (10, "X Swoszowice"),
                            (11, "XI Podgórze Duchackie"),
                            (12, "XII Bieżanów-Prokocim"),
                            (13, "XIII Podgórze"),
                            (14, "XIV Czyżyny"),
                            (15, "XV Mistrzejowice"),
                            (16, "XVI Bieńczyce"),
                            (17, "XVII Wzgórza Krzesławickie"),
                            (18, "XVIII Nowa Huta"),
                        ],
                        null=True,
                        verbose_name="dzielnica",
                    ),
                ),
                (
                    "entrance",
                    models.CharField(
                        blank=True,
                        help_text="Np. „wejście od al. Przyjaźni”.",
                        max_length=200,
                        verbose_name="którędy wejść",
                    ),
                ),
                (
                    "stop",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="najbliższy przystanek"
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        verbose_name="szerokość geograficzna",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        verbose_name="długość geograficzna",
                    ),
                ),
                (
                    "point_precision",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="O ile metrów punkt może się mylić. Pinezkę pokazujemy do 50 m.",
                        null=True,
                        verbose_name="dokładność punktu (m)",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="co to za miejsce")),
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
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organizations.organization",
                        verbose_name="kto prowadzi",
                    ),
                ),
                (
                    "inside",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Miejsce, w którym to się mieści, np. Pałac Krzysztofory.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="venues.venue",
                        verbose_name="w budynku",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical miejsce",
                "verbose_name_plural": "historical miejsca",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAccessFact",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("step_free", "wejście bez stopni"),
                            ("toilet", "toaleta dostępna"),
                            ("loop", "pętla indukcyjna"),
                            ("assistance_dog", "pies asystujący"),
                            ("quiet_room", "ciche miejsce"),
                            ("sign_language", "tłumacz języka migowego"),
                            ("no_purchase", "można nic nie kupować"),
                            ("laptop", "można pracować z laptopem"),
                        ],
                        max_length=20,
                        verbose_name="co",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "tak"), ("no", "nie"), ("unknown", "nie wiemy")],
                        default="unknown",
                        max_length=7,
                        verbose_name="odpowiedź",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="uwaga")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="sprawdzono")),
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
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="venues.venue",
                        verbose_name="miejsce",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical informacja o dostępności",
                "verbose_name_plural": "historical dostępność",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AccessFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("step_free", "wejście bez stopni"),
                            ("toilet", "toaleta dostępna"),
                            ("loop", "pętla indukcyjna"),
                            ("assistance_dog", "pies asystujący"),
                            ("quiet_room", "ciche miejsce"),
                            ("sign_language", "tłumacz języka migowego"),
                            ("no_purchase", "można nic nie kupować"),
                            ("laptop", "można pracować z laptopem"),
                        ],
                        max_length=20,
                        verbose_name="co",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "tak"), ("no", "nie"), ("unknown", "nie wiemy")],
                        default="unknown",
                        max_length=7,
                        verbose_name="odpowiedź",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="uwaga")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="sprawdzono")),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_facts",
                        to="venues.venue",
                        verbose_name="miejsce",
                    ),
                ),
            ],
            options={
                "verbose_name": "informacja o dostępności",
                "verbose_name_plural": "dostępność",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("venue"), models.F("key"), name="venues_accessfact_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "unknown"), ("checked_on__isnull", False), _connector="OR"
                        ),
                        name="venues_accessfact_answer_was_checked",
                        violation_error_message="Kto mówi „tak” lub „nie”, podaje, kiedy sprawdzono.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VenueAlias",
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
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="venues.venue",
                        verbose_name="miejsce",
                    ),
                ),
            ],
            options={
                "verbose_name": "inna nazwa miejsca",
                "verbose_name_plural": "inne nazwy miejsca",
                "ordering": ("pk",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        models.F("venue"),
                        models.F("folded"),
                        name="venues_venuealias_once",
                        violation_error_message="Ta nazwa jest już zapisana.",
                    )
                ],
            },
        ),
    ]
