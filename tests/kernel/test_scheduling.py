"""An hour as people write it, and as the button says it back."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from portal.kernel.scheduling import read_hour, said_hour, written_hour

NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
HOUR = datetime(2026, 5, 5, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["5.05.2026 9.00", "05.05.2026, godz. 9:00", "wt. 5 maja 2026 9.00", "2026-05-05T09:00"]
)
def test_an_hour_is_read_as_people_write_it(text):
    assert read_hour(text, NOW) == HOUR


def test_the_button_says_it_in_polish_time_and_the_field_writes_it_back():
    assert said_hour(HOUR) == "wt. 5 maja 2026, 9.00 (czas polski)"
    assert read_hour(written_hour(HOUR), NOW) == HOUR


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "Podaj dzień i godzinę"),
        (
            "po obiedzie",
            "Nie rozumiem pory „po obiedzie”. Podaj dzień i godzinę, np. 5.05.2026 9.00.",
        ),
        ("5.05.2026", "też godzinę"),
        ("maj 2026", "też godzinę"),
        ("5.05.2026 9.00–10.00", "jedną godzinę"),
        ("5.05.2025 9.00", "już minęła: pon. 5 maja 2025, 9.00"),
        ("śr. 5 maja 2026 9.00", "to wtorek"),
        ("29.03.2026 2.30", "nie ma takiej godziny"),
        ("25.10.2026 2.30", "dwa razy"),
        ("30.02.2027 9.00", "nie istnieje"),
    ],
)
def test_what_is_no_hour_ahead_is_refused_with_what_to_write(text, sentence):
    with pytest.raises(ValidationError) as refused:
        read_hour(text, NOW)
    assert sentence in " ".join(refused.value.messages)
