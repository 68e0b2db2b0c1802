"""What went wrong in the texts once published (poland.md, B4), sentence by sentence."""

from datetime import date

import pytest

from portal.kernel.lint import Around, lint, of_html, of_text, of_title

AROUND = Around(date(2026, 3, 6), years=(2026,), inviting=True)

SLIPS = {
    "słowo ucięte": of_text("na rzecz mieszkank i mieszkańców Krakowa.", AROUND),
    "tzw. trzech miejsc": of_text("do koncepcji tzw. „trzech miejsc”, opisanej przez", AROUND),
    "przy Kapelanka 56": of_text("wydarzenia „Wspólnie do celu” przy Kapelanka 56.", AROUND),
    "dywiz zamiast półpauzy": of_title("Porozmawiaj z Prezydentem - Ławka dialogu", AROUND),
    "godziny z dywizem": of_html("<h3>x</h3><p>dostępny w godz. 14.00-18.00</p>", AROUND),
    "nagłówek z kropką": of_html("<h2>Dzień pracy poza urzędem.</h2>", AROUND),
    "poziomy nagłówków": of_html("<h2>a</h2><h4>Styczeń</h4>", AROUND),
    "napis z logo": of_html("<p><strong>Magiczny <br>Kraków</strong></p>", AROUND),
    "odnośnik donikąd": of_html('<p>w <a href="#">ECHO Miasta</a> na spacer</p>', AROUND),
    "nazwa w mianowniku": of_html(
        '<p>dzięki gościnności <a href="https://t.pl">Fundacja Tytano</a>, która</p>', AROUND
    ),
    "akapit przerwany": of_html(
        "<p>w budżecie miasta na realizację zadań publicznych</p><p>oraz działalności.</p>", AROUND
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_of_the_published_texts_is_found(slip):
    assert lint(SLIPS[slip])


def test_their_right_weekdays_pass():
    text = "Odbędzie się 27 lutego 2026 r. (piątek) o godz. 17.30. Potem w piątek 13 marca 2026 r."
    assert lint(of_text(text, Around(date(2026, 2, 23)))) == []
