"""The forms of a pasted list: the text with its period, then every row as it will be saved."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import BaseFormSet, formset_factory
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Event
from portal.kernel.months import Month, MonthSpan
from portal.kernel.names import fold
from portal.kernel.polish import counted
from portal.kernel.reading import read_when
from portal.kernel.when import When
from reports.activity_twins import Twins
from reports.models import Activity
from reports.pasted_lines import LONGEST_TITLE, lines_of
from reports.pasted_names import Lists, names_in

MOST = 300  # rows
LONGEST_TEXT = 150_000  # characters
OFFERED_MONTHS = 36
ADD, SKIP, AGAIN, LINK = "dodaj", "pomin", "jeszcze-raz", "polacz"


class PasteForm(forms.Form):
    """The list, the period that it is of, and the role where a row says none."""

    text = forms.CharField(
        label=gettext_lazy("Lista działań"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy(
            "Jedno działanie w wierszu, tak jak jest zapisane. Daty („13 marca”, „w marcu”) i "
            "nagłówki z miesiącem („Luty”, „Marzec 2026:”) zostaną odczytane. Bez nazwisk osób."
        ),
    )
    first = forms.ChoiceField(label=gettext_lazy("z jakiego okresu: od"))
    last = forms.ChoiceField(label=gettext_lazy("do"), required=False)
    role = forms.ChoiceField(
        label=gettext_lazy("rola Pełnomocnika, gdy wiersz jej nie podaje"),
        choices=Activity.Role,
        initial=Activity.Role.PARTICIPANT,
    )

    def __init__(self, *args: Any, now: Month, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [now.shifted(-back) for back in range(OFFERED_MONTHS)]
        choices = [(month.slug, month.nominative) for month in months]
        self.fields["first"].choices = choices  # type: ignore[attr-defined]
        self.fields["last"].choices = [("", _("ten sam miesiąc")), *choices]  # type: ignore[attr-defined]
        self.fields["first"].initial = now.previous().slug

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "first" in data and "last" in data:
            try:
                data["span"] = MonthSpan(
                    Month.parse(data["first"]), Month.parse(data["last"] or data["first"])
                )
            except ValueError as refused:
                self.add_error("last", str(refused))
        if "span" in data and data.get("text"):
            self.check_length(data["text"], data["span"])
        return data

    def check_length(self, text: str, span: MonthSpan) -> None:
        rows = len(lines_of(text, span))
        if not rows:
            self.add_error("text", _("Nie ma tu żadnego działania: same nagłówki."))
        if rows > MOST:
            sentence = _("Na liście jest %(rows)s, a naraz mieści się %(most)d. Podziel ją.")
            self.add_error("text", sentence % {"rows": counted(rows, "wiersz"), "most": MOST})


class PlainSelect(forms.Select):
    """Written at once: Django renders a template for each option, and there are thousands."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = "" if value is None else str(value)
        chosen = {True: mark_safe(" selected"), False: ""}
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, chosen[str(key) == shown], label) for key, label in self.choices),
        )
        own = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(own), options)


class RowForm(forms.Form):
    """One activity before it is saved. What is to be skipped need not be right."""

    deed = forms.ChoiceField(label=gettext_lazy("Co z tym wierszem"), widget=PlainSelect)
    title = forms.CharField(
        label=gettext_lazy("Co"),
        max_length=LONGEST_TITLE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Rodzaj"), choices=Activity.Kind, widget=PlainSelect
    )
    role = forms.ChoiceField(label=gettext_lazy("Rola"), choices=Activity.Role, widget=PlainSelect)
    when = forms.CharField(label=gettext_lazy("Kiedy"), max_length=120, required=False)
    organizations = forms.CharField(
        label=gettext_lazy("Organizacje, każda w osobnym wierszu"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    place = forms.CharField(
        label=gettext_lazy("Miejsce: nazwa ze spisu albo słowa"), required=False, max_length=160
    )
    outside_krakow = forms.BooleanField(label=gettext_lazy("poza Krakowem"), required=False)
    event = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, lists: Lists, events: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lists, self.events = lists, events
        self.twin: Any = None
        self.doubts: tuple[str, ...] = ()
        self.fields["deed"].choices = self.deeds()  # type: ignore[attr-defined]

    def deeds(self) -> list[tuple[str, Any]]:
        """„połącz” where a meeting is offered, „jeszcze raz” where it stands on record already."""
        found: list[tuple[str, Any]] = [(ADD, _("dodaj")), (SKIP, _("pomiń"))]
        if self["deed"].value() == AGAIN or self.initial.get("is_same"):
            found.append((AGAIN, _("dodaj jeszcze raz, mimo że już jest")))
        if (title := self.events.get(self.offered())) is not None:
            found.append((LINK, _("dodaj i połącz ze spotkaniem: %s") % title))
        return found

    def offered(self) -> int:
        """The number of the meeting that it may be, 0 for none."""
        text = str(self["event"].value() or "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0

    @property
    def is_taken(self) -> bool:
        return bool(self.cleaned_data.get("deed", SKIP) != SKIP)

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self["deed"].value() == SKIP and hasattr(self, "cleaned_data"):
            self.errors.clear()

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean_organizations(self) -> list[int]:
        found, wrong = [], []
        for name in names_in(self.cleaned_data["organizations"], self.lists):
            try:
                found.append(self.lists.organization(name))
            except ValidationError as refused:
                wrong += refused.messages
        if wrong:
            raise ValidationError(wrong)
        return list(dict.fromkeys(found))

    def clean_when(self) -> When:
        try:
            return read_when(self.cleaned_data["when"])
        except ValidationError as refused:
            raise ValidationError(refused.messages) from refused

    def clean(self) -> None:
        data = self.cleaned_data
        if "title" in data and not data["title"]:
            self.add_error("title", _("Napisz, co to było, albo wybierz „pomiń”."))

    def activity(self, source: str) -> Activity:
        """Of a valid form, not saved yet."""
        data = self.cleaned_data
        venue = None if data["outside_krakow"] else self.lists.venue(data["place"])
        activity = Activity(
            title=data["title"],
            kind=data["kind"],
            role=data["role"],
            event_id=self.offered() if data["deed"] == LINK else None,
            venue_id=venue,
            place="" if venue else data["place"],
            outside_krakow=data["outside_krakow"],
            source=source,
        )
        activity.when = data["when"]
        return activity


class RowsForm(BaseFormSet):  # type: ignore[type-arg]  # not subscriptable at run time
    """All rows: every one that is not skipped must be right before any is saved."""

    def __init__(self, *args: Any, lists: Lists, **kwargs: Any) -> None:
        kept = Event.objects.kept().filter(is_example=False)
        super().__init__(*args, **kwargs)
        self.form_kwargs = {"lists": lists, "events": {}}
        if asked := self.asked():
            named = kept.filter(pk__in=asked)
            self.form_kwargs["events"] = {event.pk: str(event) for event in named.defer("body")}

    def asked(self) -> set[int]:
        if not self.is_bound:
            return {row["event"] for row in self.initial or () if row.get("event")}
        total = min(self.total_form_count(), MOST)
        texts = (str(self.data.get(f"{self.prefix}-{n}-event", "")) for n in range(total))
        return {int(t) for t in texts if t.isascii() and t.isdecimal() and len(t) < 10}

    @property
    def taken(self) -> list[RowForm]:
        return [form for form in self.forms if form.is_taken]

    def clean(self) -> None:
        """What stands on record by now is not written a second time unless somebody says so."""
        whole = [form for form in self.forms if form.is_valid() and form.is_taken]
        dates = [form.cleaned_data["when"] for form in whole]
        twins = Twins.around(dates) if dates else None
        seen: set[tuple[str, When]] = set()
        for form in whole:
            title, when = form.cleaned_data["title"], form.cleaned_data["when"]
            twin = twins.of(title, when) if twins else None
            key = (fold(title), when)
            if form.cleaned_data["deed"] != AGAIN and (key in seen or (twin and twin.is_same)):
                self.refuse(form, stored=bool(twin and twin.is_same))
            seen.add(key)

    def refuse(self, form: RowForm, *, stored: bool) -> None:
        sentence = (
            _("Takie działanie z tą datą już jest w spisie.")
            if stored
            else _("Ten sam wiersz z tą samą datą stoi już wyżej.")
        )
        form.fields["deed"].choices = [  # type: ignore[attr-defined]
            *form.deeds(),
            (AGAIN, _("dodaj jeszcze raz, mimo że już jest")),
        ]
        form.add_error("deed", f"{sentence} {_('Pomiń je albo dodaj jeszcze raz.')}")


Rows: Any = formset_factory(  # typed as BaseFormSet, which knows no `lists`
    RowForm, formset=RowsForm, extra=0, max_num=MOST, absolute_max=MOST, validate_max=True
)
