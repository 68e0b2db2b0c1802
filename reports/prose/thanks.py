"""Thanks to partners, by what they did. Their names stay in the nominative, in brackets."""

from collections.abc import Mapping
from html import escape

from events.models import Partnership
from portal.kernel.polish import NBSP
from reports.prose.words import listed

Role = Partnership.Role

# What one thanks for, in the accusative, in the order in which it is said. The organizer does
# not thank itself.
FOR = {
    Role.HOST: "gościnę",
    Role.CO_ORGANIZER: "wspólną organizację",
    Role.SUPPORT: "wsparcie",
    Role.PROGRAMME: "program",
    Role.PATRON: "patronat",
    Role.FUNDER: "dofinansowanie",
}
IN_A_SENTENCE = 8  # names; more of them read better as a list


def thanks(partners: Mapping[str, list[str]], meetings: int = 2) -> str:
    """HTML. „Dziękujemy za gościnę (A i B) i za wsparcie (C).”; "" when nobody is on record.

    `partners` gives the names by role, `meetings` says how many there were to thank for.
    """
    helped = {role: partners[role] for role in FOR if partners.get(role)}
    if not helped:
        return ""
    if sum(map(len, helped.values())) <= IN_A_SENTENCE:
        return f"<p>{in_a_sentence(helped)}</p>"
    what = "to spotkanie" if meetings == 1 else "te spotkania"
    rows = (f"<li>za {FOR[role]}: {escaped(names)}</li>" for role, names in helped.items())
    return f"<p>Za {what} dziękujemy:</p><ul>{''.join(rows)}</ul>"


def in_a_sentence(helped: Mapping[Role, list[str]]) -> str:
    parts = [f"za {FOR[role]} ({escaped(names)})" for role, names in helped.items()]
    return f"Dziękujemy {spaced(listed(parts))}."


def escaped(names: list[str]) -> str:
    return escape(spaced(listed(names)), quote=False)


def spaced(text: str) -> str:
    """With plain spaces: rich text gets its typography when it is shown."""
    return text.replace(NBSP, " ")
