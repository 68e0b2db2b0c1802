class PeriodConverter:
    """The shape of a month or a span in an address: „2026-03”, „2026-01--2026-05”.

    Only the shape: a month that does not exist is the view's to answer, with a sentence.
    """

    regex = "[0-9]{4}-[0-9]{2}(?:--[0-9]{4}-[0-9]{2})?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class SuffixConverter:
    """The format of a report's file, as its address ends."""

    regex = "pdf|docx|csv|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
