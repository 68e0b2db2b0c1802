import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("events", "0001_initial"),
        ("organizations", "0001_initial"),
        ("portal", "__first__"),
        ("venues", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Activity",
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
                ("starts_at", models.DateTimeField(editable=False, verbose_name="początek")),
                ("ends_at", models.DateTimeField(editable=False, verbose_name="koniec")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("time", "co do godziny"),
                            ("day", "co do dnia"),
                            ("part_of_month", "co do części miesiąca"),
                            ("month", "co do miesiąca"),
                            ("months", "kilka miesięcy"),
                        ],
                        editable=False,
                        max_length=13,
                        verbose_name="dokładność daty",
                    ),
                ),
                (
                    "all_day",
                    models.BooleanField(default=False, editable=False, verbose_name="cały dzień"),
                ),
                (
                    "drop_in",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="wejście w dowolnej chwili"
                    ),
                ),
                (
                    "end_kind",
                    models.CharField(
                        choices=[
                            ("stated", "podany"),
                            ("planned", "orientacyjny („ok.”)"),
                            ("unknown", "nieznany"),
                        ],
                        default="stated",
                        editable=False,
                        max_length=7,
                        verbose_name="skąd koniec",
                    ),
                ),
                (
                    "confirmed",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="termin potwierdzony"
                    ),
                ),
                (
                    "sort_at",
                    models.DateTimeField(
                        db_index=True, editable=False, verbose_name="do sortowania"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Jak w podsumowaniu, np. „wizyta w Fundacji X”.",
                        max_length=300,
                        verbose_name="co",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "wizyta w organizacji"),
                            ("meeting", "spotkanie"),
                            ("sitting", "posiedzenie"),
                            ("conference", "konferencja, kongres"),
                            ("consultation", "opiniowanie, konsultacje"),
                            ("campaign", "akcja, informowanie"),
                            ("jubilee", "jubileusz, urodziny"),
                            ("opening", "otwarcie, odsłonięcie"),
                            ("festival", "festiwal, piknik, targi"),
                            ("cooperation", "współpraca"),
                            ("other", "inne"),
                        ],
                        default="other",
                        max_length=12,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "organizacja"),
                            ("participant", "udział"),
                            ("guest", "gość"),
                            ("patron", "patronat"),
                        ],
                        default="participant",
                        max_length=11,
                        verbose_name="rola Pełnomocnika",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="W obrębie miesiąca, gdy dzień nie jest znany.",
                        verbose_name="kolejność",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Gdy nie ma go w spisie.",
                        max_length=160,
                        verbose_name="miejsce słowami",
                    ),
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
                    "outside_krakow",
                    models.BooleanField(default=False, verbose_name="poza Krakowem"),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Notatka, kalendarz, tekst.",
                        max_length=200,
                        verbose_name="skąd to wiemy",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="events.event",
                        verbose_name="wydarzenie w portalu",
                    ),
                ),
                (
                    "organizations",
                    models.ManyToManyField(
                        blank=True,
                        related_name="activities",
                        to="organizations.organization",
                        verbose_name="organizacje",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="venues.venue",
                        verbose_name="miejsce",
                    ),
                ),
            ],
            options={
                "verbose_name": "działanie",
                "verbose_name_plural": "działania",
                "ordering": ("starts_at", "position", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="reports_activity_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("precision__in", ["time", "day", "part_of_month", "month", "months"])
                        ),
                        name="reports_activity_precision_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end_kind__in", ["stated", "planned", "unknown"])),
                        name="reports_activity_end_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("precision__in", ("time", "day")),
                                ("sort_at", models.F("starts_at")),
                            ),
                            models.Q(
                                models.Q(("precision__in", ("time", "day")), _negated=True),
                                ("sort_at", models.F("ends_at")),
                            ),
                            _connector="OR",
                        ),
                        name="reports_activity_sorted_by_its_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("precision__in", ("time", "day")),
                            ("confirmed", False),
                            _connector="OR",
                        ),
                        name="reports_activity_coarse_is_unconfirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("all_day", False), ("precision", "day"), _connector="OR"
                        ),
                        name="reports_activity_all_day_is_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_kind", "stated"), ("precision", "time"), _connector="OR"
                        ),
                        name="reports_activity_doubtful_end_has_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("drop_in", False), ("precision", "time"), _connector="OR"
                        ),
                        name="reports_activity_drop_in_has_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="reports_activity_titled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("district__isnull", True),
                            models.Q(("district__range", (1, 18)), ("outside_krakow", False)),
                            _connector="OR",
                        ),
                        name="reports_activity_district_in_krakow",
                        violation_error_message="Dzielnicę mają tylko działania w Krakowie.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalActivity",
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
                ("starts_at", models.DateTimeField(editable=False, verbose_name="początek")),
                ("ends_at", models.DateTimeField(editable=False, verbose_name="koniec")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("time", "co do godziny"),
                            ("day", "co do dnia"),
                            ("part_of_month", "co do części miesiąca"),
                            ("month", "co do miesiąca"),
                            ("months", "kilka miesięcy"),
                        ],
                        editable=False,
                        max_length=13,
                        verbose_name="dokładność daty",
                    ),
                ),
                (
                    "all_day",
                    models.BooleanField(default=False, editable=False, verbose_name="cały dzień"),
                ),
                (
                    "drop_in",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="wejście w dowolnej chwili"
                    ),
                ),
                (
                    "end_kind",
                    models.CharField(
                        choices=[
                            ("stated", "podany"),
                            ("planned", "orientacyjny („ok.”)"),
                            ("unknown", "nieznany"),
                        ],
                        default="stated",
                        editable=False,
                        max_length=7,
                        verbose_name="skąd koniec",
                    ),
                ),
                (
                    "confirmed",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="termin potwierdzony"
                    ),
                ),
                (
                    "sort_at",
                    models.DateTimeField(
                        db_index=True, editable=False, verbose_name="do sortowania"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Jak w podsumowaniu, np. „wizyta w Fundacji X”.",
                        max_length=300,
                        verbose_name="co",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "wizyta w organizacji"),
                            ("meeting", "spotkanie"),
                            ("sitting", "posiedzenie"),
                            ("conference", "konferencja, kongres"),
                            ("consultation", "opiniowanie, konsultacje"),
                            ("campaign", "akcja, informowanie"),
                            ("jubilee", "jubileusz, urodziny"),
                            ("opening", "otwarcie, odsłonięcie"),
                            ("festival", "festiwal, piknik, targi"),
                            ("cooperation", "współpraca"),
                            ("other", "inne"),
                        ],
                        default="other",
                        max_length=12,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "organizacja"),
                            ("participant", "udział"),
                            ("guest", "gość"),
                            ("patron", "patronat"),
                        ],
                        default="participant",
                        max_length=11,
                        verbose_name="rola Pełnomocnika",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="W obrębie miesiąca, gdy dzień nie jest znany.",
                        verbose_name="kolejność",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Gdy nie ma go w spisie.",
                        max_length=160,
                        verbose_name="miejsce słowami",
                    ),
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
                    "outside_krakow",
                    models.BooleanField(default=False, verbose_name="poza Krakowem"),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Notatka, kalendarz, tekst.",
                        max_length=200,
                        verbose_name="skąd to wiemy",
                    ),
                ),
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
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.event",
                        verbose_name="wydarzenie w portalu",
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
                "verbose_name": "historical działanie",
                "verbose_name_plural": "historical działania",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReport",
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
                ("first_month", models.DateField(editable=False, verbose_name="pierwszy miesiąc")),
                ("last_month", models.DateField(editable=False, verbose_name="ostatni miesiąc")),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                ("lead", models.TextField(blank=True, verbose_name="wstęp")),
                ("drafted_lead", models.TextField(blank=True, default="", editable=False)),
                (
                    "data_through",
                    models.DateField(
                        help_text="Ostatni dzień, który to podsumowanie obejmuje.",
                        verbose_name="dane do dnia",
                    ),
                ),
                ("drafted_through", models.DateField(editable=False, null=True)),
                (
                    "closing",
                    models.TextField(blank=True, verbose_name="zakończenie i podziękowania"),
                ),
                ("drafted_closing", models.TextField(blank=True, default="", editable=False)),
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
                "verbose_name": "historical podsumowanie",
                "verbose_name_plural": "historical podsumowania",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Report",
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
                ("first_month", models.DateField(editable=False, verbose_name="pierwszy miesiąc")),
                ("last_month", models.DateField(editable=False, verbose_name="ostatni miesiąc")),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                ("lead", models.TextField(blank=True, verbose_name="wstęp")),
                ("drafted_lead", models.TextField(blank=True, default="", editable=False)),
                (
                    "data_through",
                    models.DateField(
                        help_text="Ostatni dzień, który to podsumowanie obejmuje.",
                        verbose_name="dane do dnia",
                    ),
                ),
                ("drafted_through", models.DateField(editable=False, null=True)),
                (
                    "closing",
                    models.TextField(blank=True, verbose_name="zakończenie i podziękowania"),
                ),
                ("drafted_closing", models.TextField(blank=True, default="", editable=False)),
            ],
            options={
                "verbose_name": "podsumowanie",
                "verbose_name_plural": "podsumowania",
                "ordering": ("-last_month", "first_month", "-pk"),
                "permissions": [("publish_report", "Może publikować i wycofywać podsumowania")],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                        name="reports_report_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"), ("published_at__isnull", False), _connector="OR"
                        ),
                        name="reports_report_published_has_date",
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
                        name="reports_report_withdrawn_has_reason",
                    ),
                    models.UniqueConstraint(
                        models.F("first_month"), models.F("last_month"), name="reports_report_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_month__gte", models.F("first_month"))),
                        name="reports_report_months_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("data_through__gte", models.F("first_month"))),
                        name="reports_report_data_from_its_months",
                        violation_error_message="Dane kończą się przed początkiem okresu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalActivity_organizations",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.activity",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="reports.historicalactivity",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalActivity_organizations",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReportSection",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(editable=False, verbose_name="miesiąc")),
                ("heading", models.CharField(max_length=200, verbose_name="nagłówek")),
                ("opening", models.TextField(blank=True, verbose_name="zdanie otwierające")),
                ("drafted_opening", models.TextField(blank=True, default="", editable=False)),
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
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                        verbose_name="podsumowanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical miesiąc podsumowania",
                "verbose_name_plural": "historical miesiące podsumowania",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReportLine",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(verbose_name="miesiąc")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("meeting", "nasze spotkania"),
                            ("activity", "działania"),
                            ("standing", "działania ciągłe"),
                        ],
                        default="activity",
                        max_length=8,
                        verbose_name="część",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("text", models.TextField(max_length=600, verbose_name="treść")),
                ("drafted_text", models.TextField(blank=True, default="", editable=False)),
                ("included", models.BooleanField(default=True, verbose_name="w podsumowaniu")),
                (
                    "omission_reason",
                    models.CharField(
                        blank=True,
                        help_text="Zostaje w aktach.",
                        max_length=200,
                        verbose_name="dlaczego pominięto",
                    ),
                ),
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
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.activity",
                        verbose_name="działanie",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.event",
                        verbose_name="wydarzenie",
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
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                        verbose_name="podsumowanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical wiersz podsumowania",
                "verbose_name_plural": "historical wiersze podsumowania",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ReportLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(verbose_name="miesiąc")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("meeting", "nasze spotkania"),
                            ("activity", "działania"),
                            ("standing", "działania ciągłe"),
                        ],
                        default="activity",
                        max_length=8,
                        verbose_name="część",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("text", models.TextField(max_length=600, verbose_name="treść")),
                ("drafted_text", models.TextField(blank=True, default="", editable=False)),
                ("included", models.BooleanField(default=True, verbose_name="w podsumowaniu")),
                (
                    "omission_reason",
                    models.CharField(
                        blank=True,
                        help_text="Zostaje w aktach.",
                        max_length=200,
                        verbose_name="dlaczego pominięto",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_lines",
                        to="reports.activity",
                        verbose_name="działanie",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_lines",
                        to="events.event",
                        verbose_name="wydarzenie",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="reports.report",
                        verbose_name="podsumowanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "wiersz podsumowania",
                "verbose_name_plural": "wiersze podsumowania",
                "ordering": ("month", "part", "position", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("report"),
                        models.F("event"),
                        condition=models.Q(("event__isnull", False)),
                        name="reports_reportline_event_once",
                    ),
                    models.UniqueConstraint(
                        models.F("report"),
                        models.F("activity"),
                        condition=models.Q(("activity__isnull", False)),
                        name="reports_reportline_activity_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("event__isnull", True), ("activity__isnull", True), _connector="OR"
                        ),
                        name="reports_reportline_one_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("included", True),
                            models.Q(("omission_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reports_reportline_omitted_with_reason",
                        violation_error_message="Napisz, dlaczego ten wiersz pominięto.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(editable=False, verbose_name="miesiąc")),
                ("heading", models.CharField(max_length=200, verbose_name="nagłówek")),
                ("opening", models.TextField(blank=True, verbose_name="zdanie otwierające")),
                ("drafted_opening", models.TextField(blank=True, default="", editable=False)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.report",
                        verbose_name="podsumowanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "miesiąc podsumowania",
                "verbose_name_plural": "miesiące podsumowania",
                "ordering": ("month", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("report"), models.F("month"), name="reports_reportsection_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="wydanie")),
                ("content", models.JSONField(verbose_name="treść")),
                ("checksum", models.CharField(max_length=64, verbose_name="suma kontrolna")),
                ("published_at", models.DateTimeField(verbose_name="opublikowano")),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto opublikował",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reports.report",
                        verbose_name="podsumowanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "wydanie",
                "verbose_name_plural": "wydania",
                "ordering": ("report", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("report"), models.F("number"), name="reports_reportversion_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="reports_reportversion_numbered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="numer")),
                ("text", models.CharField(max_length=500, verbose_name="co poprawiono")),
                ("before", models.CharField(blank=True, max_length=200, verbose_name="było")),
                ("after", models.CharField(blank=True, max_length=200, verbose_name="jest")),
                ("at", models.DateTimeField(verbose_name="kiedy")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="reports.reportversion",
                        verbose_name="wydanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "sprostowanie",
                "verbose_name_plural": "sprostowania",
                "ordering": ("version", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("version"), models.F("number"), name="reports_correction_once"
                    )
                ],
            },
        ),
    ]
