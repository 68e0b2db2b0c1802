"""Ordinals in the cases of a sentence: „zapraszamy na trzecią odsłonę”, „miejsce trzeciej odsłony”.

Beside `polish.ordinal`, which says the nominative. Things alone: a masculine ordinal here stands
with what has no life („drugi cykl”), whose accusative is its nominative.
"""

from portal.kernel.polish import Gender, ordinal


def accusative(n: int, gender: Gender = "f") -> str:
    """„trzecią”, „dwudziestą ósmą”; neuter and masculine as in the nominative. Only 1–100."""
    said = ordinal(n, gender)
    return each(said, "a", "ą") if gender == "f" else said


def genitive(n: int, gender: Gender = "f") -> str:
    """„trzeciej”, „drugiego”, „dwudziestego ósmego”. Only 1–100."""
    # The neuter shows the stem that both genitives keep: drugie, drugiej, drugiego.
    return each(ordinal(n, "n"), "e", "ej" if gender == "f" else "ego")


def each(words: str, ending: str, other: str) -> str:
    """Every word of a compound changes its ending: „dwudziesta ósma”, „dwudziestą ósmą”."""
    return " ".join(word.removesuffix(ending) + other for word in words.split())
