import uuid

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organizations", "0001_initial"),
        ("portal", "__first__"),
        ("venues", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
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
                    "slug",
                    models.SlugField(
                        help_text="Część adresu strony; po publikacji nie należy jej zmieniać.",
                        max_length=80,
                        unique=True,
                        verbose_name="adres",
                    ),
                ),
                (
                    "lead",
                    models.CharField(blank=True, max_length=300, verbose_name="jednym zdaniem"),
                ),
                ("idea", models.TextField(blank=True, verbose_name="idea cyklu")),
                (
                    "host_label",
                    models.CharField(
                        blank=True,
                        help_text="Np. „Prezydent Miasta Krakowa”.",
                        max_length=160,
                        verbose_name="czyj to cykl",
                    ),
                ),
                (
                    "cadence",
                    models.CharField(
                        blank=True,
                        help_text="Np. „mniej więcej raz w miesiącu, zwykle w połowie miesiąca”.",
                        max_length=160,
                        verbose_name="jak często, słowami",
                    ),
                ),
                ("audience", models.CharField(blank=True, max_length=300, verbose_name="dla kogo")),
                ("usual_start", models.TimeField(blank=True, null=True, verbose_name="zwykle od")),
                ("usual_end", models.TimeField(blank=True, null=True, verbose_name="zwykle do")),
                (
                    "usually_drop_in",
                    models.BooleanField(
                        default=False, verbose_name="można wejść w dowolnej chwili"
                    ),
                ),
                (
                    "window_first_day",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="zwykle najwcześniej (dzień miesiąca)"
                    ),
                ),
                (
                    "window_last_day",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="zwykle najpóźniej (dzień miesiąca)"
                    ),
                ),
                (
                    "numbering",
                    models.CharField(
                        choices=[
                            ("none", "bez numerów"),
                            ("words", "słownie: trzecia odsłona"),
                            ("roman_before", "rzymska przed: III odsłona"),
                            ("roman_after", "rzymska po nazwie: Wspólnie do celu II"),
                            ("arabic", "arabska z kropką: 3. odsłona"),
                        ],
                        default="none",
                        max_length=12,
                        verbose_name="numerowanie",
                    ),
                ),
                (
                    "edition_noun",
                    models.CharField(
                        choices=[
                            ("odsłona", "odsłona"),
                            ("edycja", "edycja"),
                            ("spotkanie", "spotkanie"),
                            ("posiedzenie", "posiedzenie"),
                        ],
                        default="spotkanie",
                        max_length=12,
                        verbose_name="jedno spotkanie to",
                    ),
                ),
                (
                    "emblem",
                    models.CharField(
                        choices=[
                            ("table", "okrągły stół"),
                            ("bench", "ławka"),
                            ("ways", "drogi, które się schodzą"),
                        ],
                        default="table",
                        max_length=8,
                        verbose_name="znak",
                    ),
                ),
                (
                    "organizers",
                    models.ManyToManyField(
                        blank=True,
                        related_name="series",
                        to="organizations.organization",
                        verbose_name="współtworzą",
                    ),
                ),
            ],
            options={
                "verbose_name": "cykl",
                "verbose_name_plural": "cykle",
                "ordering": ("sort_key", "pk"),
                "permissions": [("publish_series", "Może publikować i wycofywać cykle")],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                        name="events_series_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"), ("published_at__isnull", False), _connector="OR"
                        ),
                        name="events_series_published_has_date",
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
                        name="events_series_withdrawn_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True),
                        name="events_series_addressed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("window_first_day__isnull", True),
                                ("window_last_day__isnull", True),
                            ),
                            models.Q(
                                ("window_first_day__isnull", False),
                                ("window_first_day__range", (1, 31)),
                                ("window_last_day__gte", models.F("window_first_day")),
                                ("window_last_day__isnull", False),
                                ("window_last_day__range", (1, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="events_series_window_in_month",
                        violation_error_message="Podaj oba dni, od 1 do 31, w dobrej kolejności.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAnnouncement",
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
                            ("invitation", "zaproszenie"),
                            ("news", "wiadomość"),
                            ("recap", "relacja"),
                        ],
                        default="invitation",
                        max_length=10,
                        verbose_name="rodzaj",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="Co, gdzie, kiedy, dla kogo.",
                        max_length=600,
                        verbose_name="wstęp",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="treść")),
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
                "verbose_name": "historical aktualność",
                "verbose_name_plural": "historical aktualności",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSeries",
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
                    "slug",
                    models.SlugField(
                        help_text="Część adresu strony; po publikacji nie należy jej zmieniać.",
                        max_length=80,
                        verbose_name="adres",
                    ),
                ),
                (
                    "lead",
                    models.CharField(blank=True, max_length=300, verbose_name="jednym zdaniem"),
                ),
                ("idea", models.TextField(blank=True, verbose_name="idea cyklu")),
                (
                    "host_label",
                    models.CharField(
                        blank=True,
                        help_text="Np. „Prezydent Miasta Krakowa”.",
                        max_length=160,
                        verbose_name="czyj to cykl",
                    ),
                ),
                (
                    "cadence",
                    models.CharField(
                        blank=True,
                        help_text="Np. „mniej więcej raz w miesiącu, zwykle w połowie miesiąca”.",
                        max_length=160,
                        verbose_name="jak często, słowami",
                    ),
                ),
                ("audience", models.CharField(blank=True, max_length=300, verbose_name="dla kogo")),
                ("usual_start", models.TimeField(blank=True, null=True, verbose_name="zwykle od")),
                ("usual_end", models.TimeField(blank=True, null=True, verbose_name="zwykle do")),
                (
                    "usually_drop_in",
                    models.BooleanField(
                        default=False, verbose_name="można wejść w dowolnej chwili"
                    ),
                ),
                (
                    "window_first_day",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="zwykle najwcześniej (dzień miesiąca)"
                    ),
                ),
                (
                    "window_last_day",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="zwykle najpóźniej (dzień miesiąca)"
                    ),
                ),
                (
                    "numbering",
                    models.CharField(
                        choices=[
                            ("none", "bez numerów"),
                            ("words", "słownie: trzecia odsłona"),
                            ("roman_before", "rzymska przed: III odsłona"),
                            ("roman_after", "rzymska po nazwie: Wspólnie do celu II"),
                            ("arabic", "arabska z kropką: 3. odsłona"),
                        ],
                        default="none",
                        max_length=12,
                        verbose_name="numerowanie",
                    ),
                ),
                (
                    "edition_noun",
                    models.CharField(
                        choices=[
                            ("odsłona", "odsłona"),
                            ("edycja", "edycja"),
                            ("spotkanie", "spotkanie"),
                            ("posiedzenie", "posiedzenie"),
                        ],
                        default="spotkanie",
                        max_length=12,
                        verbose_name="jedno spotkanie to",
                    ),
                ),
                (
                    "emblem",
                    models.CharField(
                        choices=[
                            ("table", "okrągły stół"),
                            ("bench", "ławka"),
                            ("ways", "drogi, które się schodzą"),
                        ],
                        default="table",
                        max_length=8,
                        verbose_name="znak",
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
                "verbose_name": "historical cykl",
                "verbose_name_plural": "historical cykle",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Event",
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
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="kolejna zmiana"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "edition",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="numer odsłony"
                    ),
                ),
                (
                    "lead",
                    models.CharField(
                        blank=True,
                        help_text="Na kartach i w kalendarzu.",
                        max_length=300,
                        verbose_name="jednym zdaniem",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="zaproszenie")),
                (
                    "room",
                    models.CharField(
                        blank=True,
                        help_text="Np. „sala 005”.",
                        max_length=120,
                        verbose_name="sala, piętro, wejście",
                    ),
                ),
                ("place_name", models.CharField(blank=True, editable=False, max_length=420)),
                ("place_address", models.CharField(blank=True, editable=False, max_length=200)),
                (
                    "sign_up",
                    models.CharField(
                        choices=[
                            ("none", "bez zapisów"),
                            ("required", "trzeba się zapisać"),
                            ("unknown", "jeszcze nie wiadomo"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="zapisy",
                    ),
                ),
                (
                    "sign_up_details",
                    models.CharField(
                        blank=True,
                        help_text="Gdzie, do kiedy, ile miejsc, czy przyjdzie potwierdzenie.",
                        max_length=300,
                        verbose_name="jak się zapisać",
                    ),
                ),
                (
                    "is_free",
                    models.BooleanField(
                        blank=True,
                        help_text="Puste: jeszcze nie wiadomo.",
                        null=True,
                        verbose_name="wstęp wolny",
                    ),
                ),
                ("audience", models.CharField(blank=True, max_length=300, verbose_name="dla kogo")),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="Np. „po polsku”.",
                        max_length=120,
                        verbose_name="w jakich językach",
                    ),
                ),
                (
                    "access_contact",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="potrzeby dostępności: gdzie i do kiedy zgłosić",
                    ),
                ),
                (
                    "day_phone",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="telefon w dniu spotkania"
                    ),
                ),
                (
                    "date_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="dlaczego tego dnia"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("expected", "zapowiedziane"),
                            ("held", "odbyło się"),
                            ("not_held", "nie odbyło się"),
                            ("cancelled", "odwołane"),
                            ("postponed", "przełożone, bez nowej daty"),
                        ],
                        default="expected",
                        max_length=10,
                        verbose_name="co z nim",
                    ),
                ),
                (
                    "outcome_reason",
                    models.CharField(
                        blank=True,
                        help_text="Gdy odwołane, przełożone lub nie doszło.",
                        max_length=300,
                        verbose_name="powód",
                    ),
                ),
                ("feed_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("feed_changed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="venues.venue",
                        verbose_name="miejsce",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "verbose_name": "wydarzenie",
                "verbose_name_plural": "wydarzenia",
                "ordering": ("-sort_at", "-pk"),
                "permissions": [("publish_event", "Może publikować i wycofywać wydarzenia")],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                        name="events_event_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"), ("published_at__isnull", False), _connector="OR"
                        ),
                        name="events_event_published_has_date",
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
                        name="events_event_withdrawn_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="events_event_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("precision__in", ["time", "day", "part_of_month", "month", "months"])
                        ),
                        name="events_event_precision_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end_kind__in", ["stated", "planned", "unknown"])),
                        name="events_event_end_kind_known",
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
                        name="events_event_sorted_by_its_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("precision__in", ("time", "day")),
                            ("confirmed", False),
                            _connector="OR",
                        ),
                        name="events_event_coarse_is_unconfirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("all_day", False), ("precision", "day"), _connector="OR"
                        ),
                        name="events_event_all_day_is_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_kind", "stated"), ("precision", "time"), _connector="OR"
                        ),
                        name="events_event_doubtful_end_has_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("drop_in", False), ("precision", "time"), _connector="OR"
                        ),
                        name="events_event_drop_in_has_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="events_event_titled"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome__in",
                                ["expected", "held", "not_held", "cancelled", "postponed"],
                            )
                        ),
                        name="events_event_outcome_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome__in", ["cancelled", "postponed"]), _negated=True),
                            models.Q(("outcome_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="events_event_off_has_reason",
                        violation_error_message="Powiedz, dlaczego: przeczytają to zaproszeni.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("edition__isnull", True),
                            models.Q(("edition__gte", 1), ("series__isnull", False)),
                            _connector="OR",
                        ),
                        name="events_event_edition_of_a_series",
                        violation_error_message="Numer ma tylko odsłona cyklu, a liczy się od 1.",
                    ),
                    models.UniqueConstraint(
                        models.F("series"),
                        models.F("edition"),
                        condition=models.Q(("edition__isnull", False)),
                        name="events_event_edition_once",
                        violation_error_message="Ten cykl ma już odsłonę o tym numerze.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSeriesPause",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(verbose_name="miesiąc")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Przeczytają to odwiedzający. Może być puste.",
                        max_length=300,
                        verbose_name="dlaczego",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical miesiąc bez spotkania",
                "verbose_name_plural": "historical miesiące bez spotkania",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSeriesAlias",
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
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical inna nazwa cyklu",
                "verbose_name_plural": "historical inne nazwy cyklu",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEvent",
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
                ("uid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="kolejna zmiana"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "edition",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="numer odsłony"
                    ),
                ),
                (
                    "lead",
                    models.CharField(
                        blank=True,
                        help_text="Na kartach i w kalendarzu.",
                        max_length=300,
                        verbose_name="jednym zdaniem",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="zaproszenie")),
                (
                    "room",
                    models.CharField(
                        blank=True,
                        help_text="Np. „sala 005”.",
                        max_length=120,
                        verbose_name="sala, piętro, wejście",
                    ),
                ),
                ("place_name", models.CharField(blank=True, editable=False, max_length=420)),
                ("place_address", models.CharField(blank=True, editable=False, max_length=200)),
                (
                    "sign_up",
                    models.CharField(
                        choices=[
                            ("none", "bez zapisów"),
                            ("required", "trzeba się zapisać"),
                            ("unknown", "jeszcze nie wiadomo"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="zapisy",
                    ),
                ),
                (
                    "sign_up_details",
                    models.CharField(
                        blank=True,
                        help_text="Gdzie, do kiedy, ile miejsc, czy przyjdzie potwierdzenie.",
                        max_length=300,
                        verbose_name="jak się zapisać",
                    ),
                ),
                (
                    "is_free",
                    models.BooleanField(
                        blank=True,
                        help_text="Puste: jeszcze nie wiadomo.",
                        null=True,
                        verbose_name="wstęp wolny",
                    ),
                ),
                ("audience", models.CharField(blank=True, max_length=300, verbose_name="dla kogo")),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="Np. „po polsku”.",
                        max_length=120,
                        verbose_name="w jakich językach",
                    ),
                ),
                (
                    "access_contact",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="potrzeby dostępności: gdzie i do kiedy zgłosić",
                    ),
                ),
                (
                    "day_phone",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="telefon w dniu spotkania"
                    ),
                ),
                (
                    "date_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="dlaczego tego dnia"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("expected", "zapowiedziane"),
                            ("held", "odbyło się"),
                            ("not_held", "nie odbyło się"),
                            ("cancelled", "odwołane"),
                            ("postponed", "przełożone, bez nowej daty"),
                        ],
                        default="expected",
                        max_length=10,
                        verbose_name="co z nim",
                    ),
                ),
                (
                    "outcome_reason",
                    models.CharField(
                        blank=True,
                        help_text="Gdy odwołane, przełożone lub nie doszło.",
                        max_length=300,
                        verbose_name="powód",
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
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical wydarzenie",
                "verbose_name_plural": "historical wydarzenia",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="SeriesAlias",
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
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "verbose_name": "inna nazwa cyklu",
                "verbose_name_plural": "inne nazwy cyklu",
                "ordering": ("pk",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        models.F("series"),
                        models.F("folded"),
                        name="events_seriesalias_once",
                        violation_error_message="Ta nazwa jest już zapisana.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SeriesPause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(verbose_name="miesiąc")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Przeczytają to odwiedzający. Może być puste.",
                        max_length=300,
                        verbose_name="dlaczego",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pauses",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "verbose_name": "miesiąc bez spotkania",
                "verbose_name_plural": "miesiące bez spotkania",
                "ordering": ("month", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("series"),
                        models.F("month"),
                        name="events_seriespause_once",
                        violation_error_message="O tym miesiącu już powiedziano.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceNote",
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
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Dwa, trzy zdania. Po zatwierdzeniu widoczne na stronie wydarzenia.",
                        verbose_name="co z tego wynikło",
                    ),
                ),
                (
                    "internal",
                    models.TextField(
                        blank=True,
                        help_text="Nigdzie niepublikowane. Bez danych osób.",
                        verbose_name="tylko dla biura",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto napisał",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="note",
                        to="events.event",
                        verbose_name="wydarzenie",
                    ),
                ),
            ],
            options={
                "verbose_name": "notatka ze spotkania",
                "verbose_name_plural": "notatki ze spotkań",
                "ordering": ("-event__sort_at", "-pk"),
                "permissions": [("approve_attendancenote", "Może zatwierdzać notatki")],
            },
        ),
        migrations.CreateModel(
            name="Announcement",
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
                            ("invitation", "zaproszenie"),
                            ("news", "wiadomość"),
                            ("recap", "relacja"),
                        ],
                        default="invitation",
                        max_length=10,
                        verbose_name="rodzaj",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="Co, gdzie, kiedy, dla kogo.",
                        max_length=600,
                        verbose_name="wstęp",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="treść")),
                (
                    "events",
                    models.ManyToManyField(
                        blank=True,
                        related_name="announcements",
                        to="events.event",
                        verbose_name="o wydarzeniach",
                    ),
                ),
            ],
            options={
                "verbose_name": "aktualność",
                "verbose_name_plural": "aktualności",
                "ordering": ("-published_at", "-pk"),
                "permissions": [
                    ("publish_announcement", "Może publikować i wycofywać aktualności")
                ],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                        name="events_announcement_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"), ("published_at__isnull", False), _connector="OR"
                        ),
                        name="events_announcement_published_has_date",
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
                        name="events_announcement_withdrawn_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="events_announcement_titled",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("date", "Zmiana terminu"),
                            ("place", "Zmiana miejsca"),
                            ("status", "Zmiana stanu"),
                            ("title", "Zmiana tytułu"),
                        ],
                        max_length=6,
                        verbose_name="co",
                    ),
                ),
                ("before", models.CharField(max_length=700, verbose_name="poprzednio")),
                ("after", models.CharField(max_length=700, verbose_name="teraz")),
                ("before_iso", models.CharField(blank=True, editable=False, max_length=32)),
                ("reason", models.CharField(max_length=300, verbose_name="powód")),
                (
                    "public",
                    models.BooleanField(default=True, verbose_name="widoczna dla wszystkich"),
                ),
                ("sequence", models.PositiveIntegerField(verbose_name="kolejna zmiana")),
                ("at", models.DateTimeField(verbose_name="kiedy")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="events.event",
                        verbose_name="wydarzenie",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana",
                "verbose_name_plural": "zmiany po publikacji",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="EventPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file", models.ImageField(upload_to="obrazy/%Y/", verbose_name="plik")),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="Co widać na zdjęciu, jednym zdaniem, dla osób, które go nie zobaczą.",
                        max_length=300,
                        verbose_name="tekst alternatywny",
                    ),
                ),
                ("decorative", models.BooleanField(default=False, verbose_name="tylko ozdobne")),
                ("author", models.CharField(max_length=120, verbose_name="autor lub autorka")),
                ("licence", models.CharField(max_length=120, verbose_name="licencja")),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50, verbose_name="punkt ważny, od lewej (%)"
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=50, verbose_name="punkt ważny, od góry (%)"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="events.event",
                        verbose_name="wydarzenie",
                    ),
                ),
            ],
            options={
                "verbose_name": "zdjęcie",
                "verbose_name_plural": "zdjęcia",
                "ordering": ("pk",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decorative", True), ("alt", "")),
                            models.Q(("decorative", False), models.Q(("alt", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="events_eventpicture_alt_or_decorative",
                        violation_error_message="Opisz zdjęcie albo zaznacz, że jest tylko ozdobne.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("focal_x__range", (0, 100)), ("focal_y__range", (0, 100))
                        ),
                        name="events_eventpicture_focal_point_inside",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalEventPicture",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("file", models.TextField(max_length=100, verbose_name="plik")),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="Co widać na zdjęciu, jednym zdaniem, dla osób, które go nie zobaczą.",
                        max_length=300,
                        verbose_name="tekst alternatywny",
                    ),
                ),
                ("decorative", models.BooleanField(default=False, verbose_name="tylko ozdobne")),
                ("author", models.CharField(max_length=120, verbose_name="autor lub autorka")),
                ("licence", models.CharField(max_length=120, verbose_name="licencja")),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50, verbose_name="punkt ważny, od lewej (%)"
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=50, verbose_name="punkt ważny, od góry (%)"
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
            ],
            options={
                "verbose_name": "historical zdjęcie",
                "verbose_name_plural": "historical zdjęcia",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPartnership",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "organizuje"),
                            ("co_organizer", "współorganizuje"),
                            ("host", "gospodarz miejsca"),
                            ("support", "wsparcie"),
                            ("programme", "program"),
                            ("patron", "patronat"),
                            ("funder", "finansowanie"),
                        ],
                        max_length=12,
                        verbose_name="rola",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Np. „przestrzeń i technika”.",
                        max_length=200,
                        verbose_name="co dokładnie",
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
                "verbose_name": "historical rola organizacji",
                "verbose_name_plural": "historical partnerzy i ich role",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProgrammeItem",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("starts", models.TimeField(blank=True, null=True, verbose_name="godzina")),
                ("title", models.CharField(max_length=200, verbose_name="punkt programu")),
                ("description", models.CharField(blank=True, max_length=400, verbose_name="opis")),
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
                    "performer",
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
            ],
            options={
                "verbose_name": "historical punkt programu",
                "verbose_name_plural": "historical program",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "organizuje"),
                            ("co_organizer", "współorganizuje"),
                            ("host", "gospodarz miejsca"),
                            ("support", "wsparcie"),
                            ("programme", "program"),
                            ("patron", "patronat"),
                            ("funder", "finansowanie"),
                        ],
                        max_length=12,
                        verbose_name="rola",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Np. „przestrzeń i technika”.",
                        max_length=200,
                        verbose_name="co dokładnie",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partnerships",
                        to="events.event",
                        verbose_name="wydarzenie",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
            ],
            options={
                "verbose_name": "rola organizacji",
                "verbose_name_plural": "partnerzy i ich role",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("event"),
                        models.F("organization"),
                        models.F("role"),
                        name="events_partnership_once",
                        violation_error_message="Ta organizacja ma już tę rolę.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("starts", models.TimeField(blank=True, null=True, verbose_name="godzina")),
                ("title", models.CharField(max_length=200, verbose_name="punkt programu")),
                ("description", models.CharField(blank=True, max_length=400, verbose_name="opis")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programme",
                        to="events.event",
                        verbose_name="wydarzenie",
                    ),
                ),
                (
                    "performer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programme_items",
                        to="organizations.organization",
                        verbose_name="kto prowadzi",
                    ),
                ),
            ],
            options={
                "verbose_name": "punkt programu",
                "verbose_name_plural": "program",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AttendanceNoteVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="wersja")),
                ("data", models.JSONField(verbose_name="treść")),
                ("approved_at", models.DateTimeField(verbose_name="zatwierdzono")),
                (
                    "own_work",
                    models.BooleanField(default=False, verbose_name="zatwierdzono własną pracę"),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto zatwierdził",
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="events.attendancenote",
                        verbose_name="notatka",
                    ),
                ),
            ],
            options={
                "verbose_name": "zatwierdzona wersja notatki",
                "verbose_name_plural": "zatwierdzone wersje notatki",
                "ordering": ("note", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("note"),
                        models.F("number"),
                        name="events_attendancenoteversion_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="co ustalono")),
                (
                    "owner",
                    models.CharField(
                        help_text="Np. „Pełnomocnik ds. NGO”.",
                        max_length=160,
                        verbose_name="kto (funkcja)",
                    ),
                ),
                ("due", models.DateField(blank=True, null=True, verbose_name="do kiedy")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "do zrobienia"),
                            ("done", "zrobione"),
                            ("dropped", "nie zrobimy"),
                        ],
                        default="open",
                        max_length=7,
                        verbose_name="stan",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="zrobiono")),
                ("public", models.BooleanField(default=False, verbose_name="pokazać na stronie")),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="events.attendancenote",
                        verbose_name="notatka",
                    ),
                ),
            ],
            options={
                "verbose_name": "ustalenie",
                "verbose_name_plural": "ustalenia",
                "ordering": ("due", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", False), ("state", "done")),
                            models.Q(
                                models.Q(("state", "done"), _negated=True),
                                ("done_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="events_commitment_done_has_day",
                        violation_error_message="Zrobione ustalenie ma dzień, inne go nie mają.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Count",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "qualifier",
                    models.CharField(
                        choices=[
                            ("exactly", "dokładnie"),
                            ("about", "około"),
                            ("nearly", "blisko"),
                            ("over", "ponad"),
                            ("at_least", "co najmniej"),
                            ("up_to", "do"),
                            ("a_few", "kilka (bez liczby)"),
                            ("dozens", "kilkadziesiąt (bez liczby)"),
                        ],
                        default="exactly",
                        max_length=8,
                        verbose_name="ile",
                    ),
                ),
                (
                    "value",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="liczba",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("people", "osoby"), ("organizations", "organizacje")],
                        default="people",
                        max_length=13,
                        verbose_name="czego",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("list", "z listy"),
                            ("counted", "policzono"),
                            ("estimate", "szacunek"),
                            ("reported", "podał organizator"),
                        ],
                        default="estimate",
                        max_length=8,
                        verbose_name="jak ustalono",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Np. „relacja z 23 marca 2026”.",
                        max_length=200,
                        verbose_name="źródło",
                    ),
                ),
                (
                    "counted",
                    models.BooleanField(
                        default=True,
                        help_text="Tej liczby używają podsumowania.",
                        verbose_name="liczona",
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counts",
                        to="events.attendancenote",
                        verbose_name="notatka",
                    ),
                ),
            ],
            options={
                "verbose_name": "liczba",
                "verbose_name_plural": "liczby",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("qualifier__in", ["a_few", "dozens"]), ("value__isnull", True)
                            ),
                            models.Q(
                                models.Q(("qualifier__in", ["a_few", "dozens"]), _negated=True),
                                ("value__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="events_count_value_iff_number",
                        violation_error_message="„Kilka” i „kilkadziesiąt” są bez liczby; inne określenia jej wymagają.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", True), ("value__range", (0, 100000)), _connector="OR"
                        ),
                        name="events_count_in_range",
                        violation_error_message="Liczba od 0 do 100 000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("value", 0), _negated=True),
                            ("qualifier", "exactly"),
                            _connector="OR",
                        ),
                        name="events_count_zero_is_exact",
                        violation_error_message="Zero może być tylko dokładne.",
                    ),
                    models.UniqueConstraint(
                        models.F("note"),
                        models.F("unit"),
                        condition=models.Q(("counted", True)),
                        name="events_count_one_counted",
                        violation_error_message="Liczona może być tylko jedna liczba osób i jedna liczba organizacji.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCommitment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="co ustalono")),
                (
                    "owner",
                    models.CharField(
                        help_text="Np. „Pełnomocnik ds. NGO”.",
                        max_length=160,
                        verbose_name="kto (funkcja)",
                    ),
                ),
                ("due", models.DateField(blank=True, null=True, verbose_name="do kiedy")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "do zrobienia"),
                            ("done", "zrobione"),
                            ("dropped", "nie zrobimy"),
                        ],
                        default="open",
                        max_length=7,
                        verbose_name="stan",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="zrobiono")),
                ("public", models.BooleanField(default=False, verbose_name="pokazać na stronie")),
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
                    "note",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.attendancenote",
                        verbose_name="notatka",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ustalenie",
                "verbose_name_plural": "historical ustalenia",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCount",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "qualifier",
                    models.CharField(
                        choices=[
                            ("exactly", "dokładnie"),
                            ("about", "około"),
                            ("nearly", "blisko"),
                            ("over", "ponad"),
                            ("at_least", "co najmniej"),
                            ("up_to", "do"),
                            ("a_few", "kilka (bez liczby)"),
                            ("dozens", "kilkadziesiąt (bez liczby)"),
                        ],
                        default="exactly",
                        max_length=8,
                        verbose_name="ile",
                    ),
                ),
                (
                    "value",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="liczba",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("people", "osoby"), ("organizations", "organizacje")],
                        default="people",
                        max_length=13,
                        verbose_name="czego",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("list", "z listy"),
                            ("counted", "policzono"),
                            ("estimate", "szacunek"),
                            ("reported", "podał organizator"),
                        ],
                        default="estimate",
                        max_length=8,
                        verbose_name="jak ustalono",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Np. „relacja z 23 marca 2026”.",
                        max_length=200,
                        verbose_name="źródło",
                    ),
                ),
                (
                    "counted",
                    models.BooleanField(
                        default=True,
                        help_text="Tej liczby używają podsumowania.",
                        verbose_name="liczona",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.attendancenote",
                        verbose_name="notatka",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical liczba",
                "verbose_name_plural": "historical liczby",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPresence",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "public",
                    models.BooleanField(
                        default=False, verbose_name="zgodziła się na podanie nazwy"
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.attendancenote",
                        verbose_name="notatka",
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
                "verbose_name": "historical obecna organizacja",
                "verbose_name_plural": "historical obecne organizacje",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public",
                    models.BooleanField(
                        default=False, verbose_name="zgodziła się na podanie nazwy"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="events.attendancenote",
                        verbose_name="notatka",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presences",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
            ],
            options={
                "verbose_name": "obecna organizacja",
                "verbose_name_plural": "obecne organizacje",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("note"),
                        models.F("organization"),
                        name="events_presence_once",
                        violation_error_message="Ta organizacja jest już na liście.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAnnouncement_events",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "announcement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.announcement",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="events.historicalannouncement",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalAnnouncement_events",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAttendanceNote",
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
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Dwa, trzy zdania. Po zatwierdzeniu widoczne na stronie wydarzenia.",
                        verbose_name="co z tego wynikło",
                    ),
                ),
                (
                    "internal",
                    models.TextField(
                        blank=True,
                        help_text="Nigdzie niepublikowane. Bez danych osób.",
                        verbose_name="tylko dla biura",
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
                    "current",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.attendancenoteversion",
                        verbose_name="zatwierdzona wersja",
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
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto napisał",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical notatka ze spotkania",
                "verbose_name_plural": "historical notatki ze spotkań",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="attendancenote",
            name="current",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="events.attendancenoteversion",
                verbose_name="zatwierdzona wersja",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="organizations",
            field=models.ManyToManyField(
                blank=True,
                related_name="events",
                through="events.Partnership",
                to="organizations.organization",
            ),
        ),
        migrations.AddField(
            model_name="attendancenote",
            name="organizations",
            field=models.ManyToManyField(
                blank=True,
                related_name="notes",
                through="events.Presence",
                to="organizations.organization",
            ),
        ),
    ]
