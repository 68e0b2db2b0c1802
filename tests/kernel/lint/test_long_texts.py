"""A text ten times as long may take ten times the work, and no more; what is found is the same.

Work is counted in words compared and in signs read, never in seconds.
"""

from datetime import date

import pytest

from portal.kernel import lookalikes
from portal.kernel.lint import Around, dates, lint, of_text
from portal.kernel.lint.spans import Spans
from portal.kernel.lookalikes import Names

AROUND = Around(date(2026, 5, 5), years=(2026,), inviting=True, internal=True)
LONG = 50_000
HOSTILE = {
    "one word": "a",
    "one word in capitals": "ŻABA",
    "digits": "1",
    "brackets that never close": "[(",
    "words glued by dots": "ab.",
    "half an address": "a@",
    "stops": "?!",
    "hyphens": "ab-",
    "numbers in a row": "12 i ",
    "thousands in a row": "123 ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_fifty_kilobytes_tell_no_more_than_one(piece):
    short, long = (piece * (length // len(piece)) for length in (1000, LONG))
    kinds = [{row.weight for row in lint(of_text(text, AROUND))} for text in (short, long)]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("gap", [" " * LONG, "\n" * LONG, "\t" * LONG])
def test_a_slip_is_found_after_however_many_blanks(gap):
    text = f"Zapraszamy.{gap}Spotkanie jest w w urzędzie"
    found = [row for row in lint(of_text(text, AROUND)) if row.instead == "w"]
    assert len(found) == 1


def test_a_slip_is_found_behind_a_word_that_does_not_end():
    text = f"{'a' * LONG} i do do kawiarni , potem jan@gmail.com"
    instead = {row.instead for row in lint(of_text(text, AROUND))}
    sentences = " ".join(row.sentence for row in lint(of_text(text, AROUND)))
    assert "do" in instead
    assert "„kawiarni ,”" in sentences
    assert "„jan@gmail.com”" in sentences


def test_a_mailbox_is_found_whole_beside_another():
    text = "pisz: a@jan.nowak+x@poczta.example.org, x@, @y.pl"
    found = [row.sentence for row in lint(of_text(text, AROUND)) if "adres osoby" in row.sentence]
    assert [row.split("”")[0][1:] for row in found] == ["a@jan.nowak", "+x@poczta.example.org"]


def counted(monkeypatch, module, name):
    calls, whole = [], getattr(module, name)

    def counting(*args):
        calls.append(args)
        return whole(*args)

    monkeypatch.setattr(module, name, counting)
    return calls


def work_on(monkeypatch, names, text):
    with monkeypatch.context() as patch:
        calls = [counted(patch, lookalikes, name) for name in ("_fits", "near", "_is_one")]
        Names(names).lookalikes(text)
    return sum(map(len, calls))


SYLLABLES = ("ka", "no", "ra", "wi", "sze", "dom", "mi", "lo", "ta", "zie")
INVENTED = [f"{a}{b}{c}".capitalize() for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]


def test_the_same_words_again_are_compared_once(monkeypatch):
    names = [f"Fundacja {word}" for word in INVENTED[:200]]
    text = "Zaprasza Fundacja i Fundacje, a Fundacji nie ma. " * 20
    once, again = (work_on(monkeypatch, names, text * times) for times in (1, 10))
    assert again == once


def test_twice_the_text_takes_twice_the_comparisons(monkeypatch):
    names = [f"Fundacja {word}" for word in INVENTED[:200]]
    words = [f"u Fundacji {word}" for word in INVENTED[200:1000]]
    half, full = (work_on(monkeypatch, names, " ".join(words[:many])) for many in (400, 800))
    assert full <= 3 * half


def test_a_word_that_many_names_begin_with_tries_none_of_them(monkeypatch):
    text = "Fundacja Fundacji Fundacją " * 50
    few, many = (
        work_on(monkeypatch, [f"Fundacja {word}" for word in INVENTED[:count]], text)
        for count in (10, 1000)
    )
    assert many <= few + 100


def test_a_day_is_asked_once_what_its_sentence_says(monkeypatch):
    sentence = "zapraszamy " + "w piątek 1 maja, " * 200
    calls = counted(monkeypatch, dates, "bare")
    lint(of_text(sentence, AROUND))
    assert len(calls) < 10


def test_spans_say_what_is_taken():
    spans = Spans([(10, 20), (0, 30), (40, 41)])
    assert spans.overlap(25, 26)
    assert spans.hold(40)
    assert spans.overlap(35, 41)
    assert not spans.overlap(30, 40)
    assert not spans.hold(41)
    assert not Spans([]).hold(0)
