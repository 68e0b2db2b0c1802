"""Cells that a spreadsheet would take for a formula (CWE-1236).

XLSX says of each cell that it is a text. CSV cannot: there an apostrophe goes before the text, and
reading takes it away again, so that a file written here comes back as it was.
"""

DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")  # full width: some programs run it too
APOSTROPHE = "'"


def is_dangerous(text: str) -> bool:
    return text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS)


def guarded(text: str) -> str:
    """For CSV. A text that has an apostrophe there by itself gets a second one."""
    needs = is_dangerous(text) or text.startswith(APOSTROPHE)
    return APOSTROPHE + text if needs else text


def unguarded(text: str) -> str:
    """From CSV: the apostrophe goes where it guards, else it belongs to the text."""
    rest = text.removeprefix(APOSTROPHE)
    return rest if rest != text and guarded(rest) == text else text
