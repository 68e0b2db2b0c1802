"""Two texts side by side: what one has and the other does not, by words."""

from portal.kernel.admin.word_diff import Kind, compared


def said(pieces, *kinds):
    return [piece.text.strip() for piece in pieces if piece.kind in kinds]


def test_only_the_words_that_differ_are_marked():
    found = compared("Spotkanie w kawiarni", "Spotkanie w bibliotece")
    assert said(found.old, Kind.OUT) == ["kawiarni"]
    assert said(found.new, Kind.IN) == ["bibliotece"]
    assert said(found.old, Kind.SAME) == ["Spotkanie w"]


def test_each_side_reads_as_its_own_text():
    old, new = "Ława, łąka i „ławka”.", "Łąka – i ławka!"
    found = compared(old, new)
    assert "".join(piece.text for piece in found.old) == old
    assert "".join(piece.text for piece in found.new) == new


def test_a_text_that_was_empty_is_new_as_a_whole():
    found = compared("", "Nowy tekst")
    assert found.old == ()
    assert said(found.new, Kind.IN) == ["Nowy tekst"]


def test_very_long_texts_are_compared_as_wholes_so_that_nobody_waits():
    found = compared("raz dwa " * 5000, "trzy " * 5000)
    assert [piece.kind for piece in found.old] == [Kind.OUT]
    assert [piece.kind for piece in found.new] == [Kind.IN]
