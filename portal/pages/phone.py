"""A telephone number as people write it, and as a link takes it."""

import re

NATIONAL = 9  # digits of a number in Poland


def tel(written: str) -> str:
    """„12 000 00 00” → „+48120000000”. ValueError for what no telephone can dial."""
    digits = re.sub(r"[\s()–-]", "", written)
    digits = re.sub(r"^00", "+", digits)
    if re.fullmatch(rf"[0-9]{{{NATIONAL}}}", digits):
        return f"+48{digits}"
    # International numbers have 7 to 15 digits (ITU-T E.164).
    if re.fullmatch(r"\+[1-9][0-9]{6,14}", digits):
        return digits
    raise ValueError(written)
