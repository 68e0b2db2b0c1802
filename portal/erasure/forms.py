"""What is to be removed, and on what grounds. Nothing typed here is kept."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from portal.erasure.finding import hits
from portal.erasure.wanted import Address, Name, Phone, Variant, Wanted
from portal.kernel.names import fold
from portal.kernel.polish import MONTHS, WEEKDAYS
from venues.districts import DISTRICTS

SHORTEST_SURNAME = 4
FEWEST_DIGITS = 7
MOST_WORDS = 6
MOST_LINES = 20
GIVEN_WORDS = """
adam adrian agata agnieszka aleksander aleksandra alicja amelia andrzej anna antoni
arkadiusz artur barbara bartosz beata bogdan bozena damian daniel danuta dariusz dawid
dominik dorota edyta elzbieta ewa filip franciszek gabriela grazyna grzegorz halina hanna
helena henryk irena iwona izabela jacek jadwiga jakub jan janina janusz jaroslaw jerzy
joanna jolanta jozef julia justyna kamil karol karolina katarzyna kazimierz kinga klaudia
krystyna krzysztof lena lukasz maciej magdalena malgorzata marcin marek maria marian mariusz
marta mateusz michal miroslaw monika natalia oleksandr oliwia patrycja patryk pawel piotr
przemyslaw rafal renata robert roman ryszard sebastian slawomir stanislaw stefan sylwia
szymon tadeusz teresa tomasz urszula wanda weronika wieslaw wiktoria wladyslaw wojciech
zbigniew zdzislaw zofia zuzanna zygmunt
"""
GIVEN = frozenset(GIVEN_WORDS.split())
COMMON_WORDS = """
centrum cykl dom dzielnica dzielnicy forum fundacja huta instytut kawiarnia klub krakow
krakowa lawka miasta miasto miejsce nowa nowej organizacja pan pani panstwo pelnomocniczka
pelnomocnik podsumowanie prezydent program rada rynek spotkanie stary stowarzyszenie
towarzystwo ulica urzad wydarzenie zespol zwiazek
"""
COMMON = frozenset(COMMON_WORDS.split())


def words_in_every_text() -> frozenset[str]:
    """Folded; none of them tells one person from another."""
    months = (form for month in MONTHS for form in (month.nominative, month.genitive))
    days = (day.nominative for day in WEEKDAYS)
    places = (word for name in DISTRICTS.values() for word in name.replace("-", " ").split())
    return COMMON | GIVEN | {fold(word) for word in (*months, *days, *places)}


class WantedForm(forms.Form):
    """Refuses what would take half of the site's words away."""

    name = forms.CharField(
        label=_("Imię i nazwisko"),
        max_length=120,
        help_text=_(
            "W mianowniku, np. „Jan Kowalski”. Odmianę („Janem Kowalskim”), zapis bez polskich "
            "liter i nazwisko przed imieniem znajdziemy sami."
        ),
    )
    others = forms.CharField(
        label=_("Inne zapisy"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Każdy w osobnym wierszu: „J. Kowalski”, dawne nazwisko, adres e-mail, telefon. "
            "Samo nazwisko wpisz tylko wtedy, gdy ma zniknąć wszędzie, także u innych osób."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ":"
        for field in self.fields.values():
            # The browser must not offer it to whoever comes next.
            field.widget.attrs["autocomplete"] = "off"

    def clean_name(self) -> str:
        return self.checked("name")

    def clean_others(self) -> str:
        text = self.checked("others")
        if len(text.splitlines()) > MOST_LINES:
            raise ValidationError(__("Najwyżej 20 wierszy naraz."))
        return text

    def checked(self, field: str) -> str:
        text: str = self.cleaned_data[field]
        if faults := [fault for one in Wanted.read(text).variants if (fault := fault_of(one))]:
            raise ValidationError(faults)
        return text

    @property
    def wanted(self) -> Wanted:
        return Wanted.read(self.cleaned_data["name"], self.cleaned_data["others"])


def fault_of(variant: Variant) -> str:
    """Why it cannot be looked for, in a sentence; "" when it can."""
    match variant:
        case Address():
            return fault_of_address(variant.text)
        case Phone():
            few = len(variant.digits) < FEWEST_DIGITS
            return __("„%s” to za mało cyfr na numer telefonu.") % variant.text if few else ""
        case Name():
            return fault_of_name(variant)


def fault_of_address(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError:
        return __("„%s” nie jest całym adresem e-mail.") % text
    return ""


def fault_of_name(name: Name) -> str:
    words = [fold(word) for word in name.words]
    said = {"text": name.text}
    if not any(len(word) > 2 and word.isalpha() for word in words):
        return __("„%(text)s” jest za krótkie: podaj imię i nazwisko.") % said
    if len(words) > MOST_WORDS:
        return __("„%(text)s” to za dużo słów: podaj samo imię i nazwisko.") % said
    if len(words) == 1 and words[0] in GIVEN:
        return __("Samo imię „%(text)s” nosi wiele osób. Dopisz nazwisko.") % said
    if all(word in words_in_every_text() for word in words) and not is_person(words):
        return __("„%(text)s” to zwykłe słowa naszych tekstów, a nie czyjeś nazwisko.") % said
    if len(words) == 1 and len(words[0]) < SHORTEST_SURNAME:
        return __("„%(text)s” jest za krótkie, żeby szukać samego nazwiska. Dopisz imię.") % said
    return ""


def is_person(words: list[str]) -> bool:
    """„Adam Stary” may be somebody, „Nowa Huta” is not."""
    return len(words) > 1 and (words[0] in GIVEN or words[-1] in GIVEN)


class ConfirmForm(WantedForm):
    """The same, now with the grounds and a clear yes."""

    reason = forms.CharField(
        label=_("Podstawa"),
        max_length=200,
        help_text=_(
            "Np. „wniosek z 3 czerwca 2026, znak OR.1431.5.2026”. Zostaje w aktach, więc bez "
            "usuwanych danych."
        ),
    )
    office_holders = forms.BooleanField(
        label=_("Usuń także z listy osób pełniących funkcje publiczne"), required=False
    )
    sure = forms.BooleanField(
        label=_("Wiem, że tego nie da się cofnąć."),
        error_messages={"required": _("Zaznacz, że to ma zostać usunięte na zawsze.")},
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if {"name", "others", "reason"} <= data.keys() and hits(data["reason"], self.wanted):
            self.add_error("reason", __("Podstawa zostaje w aktach: napisz ją bez tych danych."))
        return data
