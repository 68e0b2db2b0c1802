"""What was promised at the meetings and has been done: public promises alone, as approved."""

from collections.abc import Iterable
from html import escape

from reports.period import Meeting
from reports.prose.words import capital, sentence

DONE = "done"


def kept_promises(meetings: Iterable[Meeting]) -> str:
    """HTML: a list under „Co zrobiliśmy po spotkaniach:”; "" when none is on record."""
    rows = list(meetings)
    done = [said(row) for meeting in rows for row in meeting.promises or [] if is_told(row)]
    if not done:
        return ""
    after = "spotkaniu" if len(rows) == 1 else "spotkaniach"
    points = "".join(f"<li>{escape(text, quote=False)}</li>" for text in done)
    return f"<p>Co zrobiliśmy po {after}:</p><ul>{points}</ul>"


def is_told(row: dict[str, object]) -> bool:
    return bool(row.get("public")) and row.get("state") == DONE


def said(row: dict[str, object]) -> str:
    """What was promised, and the sentence on what came of it where there is one."""
    text, result = str(row["text"]), str(row.get("result") or "")
    return f"{sentence(capital(text))} {sentence(result)}" if result else sentence(capital(text))
