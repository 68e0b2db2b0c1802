from portal.pages.anchors import anchored


def test_a_heading_is_named_by_its_words():
    html = anchored("<h2>Jakie spotkania tu ogłaszamy</h2><p>Nasze.</p>")
    assert html.startswith('<h2 id="jakie-spotkania-tu-oglaszamy">Jakie')


def test_no_name_is_given_twice():
    assert anchored("<h2>O nas tu</h2><h2>O nas tu</h2>").count('id="o-nas-tu"') == 1


def test_a_single_word_is_left_to_the_page_around_it():
    assert " id=" not in anchored("<h2>Cykle</h2>")


def test_nobody_writes_a_name_of_their_own():
    html = anchored('<h2 id="x" onclick="y">Kto <em>"może"</em> przyjść</h2>')
    assert html.startswith('<h2 id="kto-moze-przyjsc">')
    assert "onclick" not in html
