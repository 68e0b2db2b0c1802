"""Small numbers in words, as Polish prose has them: „trzy spotkania”, „na dwóch spotkaniach”."""

from portal.kernel.polish import NBSP, agree, form, number

# One to ten, beside neuter nouns; higher numbers read better as digits.
NOMINATIVE = (
    *("jedno", "dwa", "trzy", "cztery", "pięć"),
    *("sześć", "siedem", "osiem", "dziewięć", "dziesięć"),
)
# After „z” and after „na” alike, but for one.
OBLIQUE = (
    *("jednego", "dwóch", "trzech", "czterech", "pięciu"),
    *("sześciu", "siedmiu", "ośmiu", "dziewięciu", "dziesięciu"),
)


def in_words(n: int) -> str:
    """„trzy”, „12”: nominative and accusative, neuter."""
    return NOMINATIVE[n - 1] if 1 <= n <= len(NOMINATIVE) else number(n)


def of_so_many(n: int) -> str:
    """„trzech”, „12”: as after „z”."""
    return OBLIQUE[n - 1] if 1 <= n <= len(OBLIQUE) else number(n)


def so_many(n: int, noun: str) -> str:
    """„trzy spotkania”, „12 spotkań”; neuter nouns alone."""
    return f"{in_words(n)}{NBSP}{form(n, noun)}"


def own_meetings(n: int) -> str:
    """„dwa nasze spotkania”, „pięć naszych spotkań”"""
    own = agree(n, "nasze", "nasze", "naszych")
    return f"{in_words(n)} {own} {form(n, 'spotkanie')}"


def other_activities(n: int) -> str:
    """„dwa inne działania”, „11 innych działań”"""
    other = agree(n, "inne", "inne", "innych")
    return f"{in_words(n)} {other} {form(n, 'działanie')}"


def at_meetings(n: int) -> str:
    """„na jednym spotkaniu”, „na dwóch spotkaniach”"""
    if n == 1:
        return f"na{NBSP}jednym spotkaniu"
    return f"na{NBSP}{of_so_many(n)} spotkaniach"


def took_place(n: int) -> str:
    """The verb of a neuter subject that stands after it."""
    return agree(n, "odbyło się", "odbyły się", "odbyło się")
