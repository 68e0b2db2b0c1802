"""Polish typography, applied when a page is rendered and never stored.

Every rule replaces one character by one other: a space by a no-break space, a straight quote by
„ or ”, a hyphen by a dash. So the length of a text never changes, and what must stay as it was
(addresses, code) can be put back by its position.
"""

import re
from html import unescape

from portal.kernel.polish import MONTHS, NBSP

SPACE = f"[ {NBSP}]"
MONTH = "|".join(month.genitive for month in MONTHS)
CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
HOUR = rf"(?:{CLOCK}|[01]?\d|2[0-4])"
NO_MORE_DIGITS = r"(?!\d|[.,:]\d)"
HOUSE = r"\d{1,3}(?:[./–-]\d{1,3})?[A-Za-z]?"
UNIT = r"B|kB|KB|MB|GB|TB|mm|cm|m|m²|km|g|kg|l|min|h|tys\.|mln|mld|zł|gr|PLN|EUR|°C"

DASHES = (
    (rf"(?<=\S{SPACE})-(?={SPACE}\S)", "–"),
    (rf"(?<![\d.:,-])({CLOCK})-({CLOCK}){NO_MORE_DIGITS}", r"\1–\2"),
    (rf"(?i)\b(godz\.{SPACE}|godzinach{SPACE})({HOUR})-({HOUR}){NO_MORE_DIGITS}", r"\1\2–\3"),
    (rf"(?<![\d.:,-])(\d\d?)-(\d\d?)(?={SPACE}(?:{MONTH})\b)", r"\1–\2"),
    (r"(?<=[^\W\d_])'(?=[^\W\d_])", "’"),
)
NO_BREAKS = (
    # Words of one letter (PWN, rule 54.8.1), and V and X, which are Roman numbers.
    r"(?<![\w&/.’+-])[AaIiOoUuWwZzVX] (?=\S)",
    r"(?<!\w)[A-ZĆŁÓŚŹŻ]\. (?=[A-ZĆŁÓŚŹŻ])",
    # A letter that numbers: „Centrum C 10”, „sala B 2”.
    r"(?<=[^\W\d_] )[A-Z] (?=\d)",
    rf"(?<!\d)\d\d? (?=(?:{MONTH})\b)",
    r"(?<!\d)\d{3,4} (?=r\.)",
    r"(?i)\b(?:godz|ok|tel|art|ust|poz|str|lok)\. (?=\d)",
    r"(?i)\b(?:nr|pkt) (?=\w)",
    r"\b(?:[Uu]l|[Aa]l|[Pp]l|[Oo]s|[Śś]w|im)\. (?=[\dA-ZĆŁÓŚŹŻ„])",
    r"\bds\. (?=\w)",
    rf"\d (?=(?:{UNIT})(?!\w))",
    r"(?<![\d.,])\d{1,3} (?=\d{3}(?!\d))",
    # A number that ends a phrase, with its word: „Kapelanka 56”, „sala 005,”, „Zabłocie 20.22”.
    rf"(?<=[^\W\d_]{{2}}) (?={HOUSE}(?:$| \(|[,;:.!?)”…\n](?!\w)))",
)
RULES = [(re.compile(pattern), replacement) for pattern, replacement in DASHES]
BINDINGS = [re.compile(pattern) for pattern in NO_BREAKS]

# Addresses, attributes and code, which nobody may rewrite.
KEPT = re.compile(
    r"""(?<![\w.+-])[\w.+-]+(?:://[^\s"<>„”]+|@[\w-]+(?:\.[\w-]+)+)"""
    r"""|\b(?:www\.|mailto:|tel:)[^\s"<>„”]+|(?<![\w-])[\w-]+="[^"\n]*"|`[^`\n]*`""",
    re.IGNORECASE,
)


def typeset(text: str) -> str:
    """Plain text with Polish quotes, dashes and no-break spaces. Doing it twice changes nothing."""
    done = "\n".join(_quoted(line) for line in text.split("\n"))
    for pattern, replacement in RULES:
        done = pattern.sub(replacement, done)
    for pattern in BINDINGS:
        done = pattern.sub(lambda found: found[0].replace(" ", NBSP), done)
    return _kept(text, done)


# A straight quote opens after a space or a bracket and closes after a word.
QUOTED = re.compile(r'(?<![^\s(\[/–—-])"(?=[^\s"])([^"]*)(?<=\S)"(?!\w)')


def _quoted(line: str) -> str:
    """All the straight quotes of a line, or none: a line that mixes quotes is left to people."""
    if '"' not in line or re.search("[„”“]", line):
        return line
    done = QUOTED.sub(r"„\1”", line)
    return line if '"' in done else done


def _kept(text: str, done: str) -> str:
    for found in KEPT.finditer(text):
        done = done[: found.start()] + found[0] + done[found.end() :]
    return done


TOKEN = re.compile(
    r"<(?P<code>code|pre|kbd|samp|script|style|textarea)\b.*?</(?P=code)\s*>|<!--.*?-->"
    r"""|</?(?P<tag>[a-z][a-z0-9-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>"""
    r"|&(?:#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);|[^<&]+|[<&]",
    re.IGNORECASE | re.DOTALL,
)
# Tags that do not end a line of text: a quote may open before one and close after it.
INLINE = re.compile(
    r"a|abbr|bdi|bdo|b|cite|del|dfn|em|ins|i|mark|q|small|span|strong|sub|sup|s|time|u|wbr",
    re.IGNORECASE,
)
OBJECT = "\ufffc"


def typeset_html(html: str) -> str:
    """The same for the text of HTML. Tags, attributes, comments, code and scripts stay as they are.

    Give it well-formed HTML, as the sanitiser writes it.
    """
    tokens = [(found[0], _seen(found)) for found in TOKEN.finditer(html)]
    done = typeset("".join(seen for _, seen in tokens))
    written, position = [], 0
    for token, seen in tokens:
        written.append(_written(token, seen, done[position : position + len(seen)]))
        position += len(seen)
    return "".join(written)


def _seen(found: re.Match[str]) -> str:
    """What a reader sees of a token: nothing, an end of line, an object, or text."""
    token = found[0]
    if found["code"]:
        return OBJECT
    if found["tag"]:
        return "" if INLINE.fullmatch(found["tag"]) else "\n"
    if token.startswith("<!--"):
        return ""
    if token.startswith("&"):
        token = unescape(token)
        return token if len(token) == 1 else OBJECT
    return re.sub(r"[\t\n\r\f]", " ", token)


def _written(token: str, seen: str, done: str) -> str:
    """The token as it was, but for the characters that the rules changed."""
    if seen == done:
        return token
    if len(token) != len(seen):  # an entity, „&quot;”
        return done
    chars = zip(token, seen, done, strict=True)
    return "".join(char if old == new else new for char, old, new in chars)
