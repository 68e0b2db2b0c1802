from portal.kernel.rich_reading import headings, links, plain_text

TEXT = (
    "<h2>Kto&nbsp;przyjdzie</h2><p>Zapraszamy <strong>wszystkich</strong><br>do "
    '<a href="https://krakow.pl/?a=1&amp;b=2">parku <em>Jordana</em></a>.</p>'
    '<ul><li>kawa</li><li><a href="#">więcej</a></li></ul><h3>Gdzie</h3>'
)


def test_links_are_read_with_their_words_and_addresses():
    assert links(TEXT) == [("parku Jordana", "https://krakow.pl/?a=1&b=2"), ("więcej", "#")]


def test_headings_are_read_with_their_levels():
    assert headings(TEXT) == [(2, "Kto przyjdzie"), (3, "Gdzie")]


def test_words_are_read_line_by_line():
    assert plain_text(TEXT).replace("\xa0", " ").split("\n") == [
        *("Kto przyjdzie", "Zapraszamy wszystkich", "do parku Jordana."),
        *("kawa", "więcej", "Gdzie"),
    ]


def test_what_runs_is_not_read():
    assert plain_text("<p>a<script>b</script><!-- c --></p>") == "a"
    assert links('<a href="javascript:alert(1)">a</a><a name="b">c</a>') == [("a", ""), ("c", "")]
