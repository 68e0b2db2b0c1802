"""The lines „tytuł: …” between two rows of hyphens, with which some systems begin a text."""

import re

FENCE = re.compile(r"\A\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
NAMES = {
    "title": "title",
    "tytul": "title",
    "date": "date",
    "data": "date",
    "published": "date",
    "lead": "lead",
    "description": "lead",
    "wstep": "lead",
}
LINE = re.compile(r"([\w-]{3,20})\s*:\s*(.+)")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """What these lines say, by `title`, `date` and `lead`, and the text without them.

    Lines that say anything else stay in the text: no fact is dropped because of its name.
    """
    found = FENCE.match(text)
    lines = found[1].split("\n") if found else []
    said = {}
    others = []
    for line in lines:
        pair = LINE.fullmatch(line.strip())
        name = NAMES.get(pair[1].lower().translate(UNACCENTED), "") if pair else ""
        if pair and name and name not in said:
            said[name] = pair[2].strip().strip("\"'")
        elif line.strip():
            others.append(line)
    if not found or not said:
        return {}, text
    return said, text[found.end() :] + "".join(f"\n\n{line}" for line in others)


UNACCENTED = str.maketrans("łę", "le")
