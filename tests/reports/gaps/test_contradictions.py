"""S1, reworded: one meeting, two counts or two places in two texts."""

from datetime import UTC, date, datetime

import pytest

from events.models import Announcement
from portal.kernel.months import MonthSpan
from portal.kernel.when import When
from reports.gaps import Kind, open_gaps
from reports.gaps.actions import settle
from tests.factories import make_activity, make_announcement, make_note, make_venue
from tests.reports.gaps.conftest import (
    APRIL,
    AT,
    EARLY,
    MARCH,
    SPRING,
    drafted,
    gap_of,
    keys,
    make_meeting,
)

AFTER = datetime(2026, 3, 23, 10, tzinfo=UTC)
RECAP = Announcement.Kind.RECAP


def recap(event, title="Za nami spotkanie", **fields):
    return make_announcement(title, events=[event], kind=RECAP, published_at=AFTER, **fields)


def write_lead(report, text):
    report.lead = text
    report.save()


def words(gap):
    return [" ".join(row.words.split()) for row in gap.details]


class TestCounts:
    def test_a_recap_with_another_number_stands_beside_the_note(self, report, march):
        recap(march["event"], lead="Przyszło 150 osób z całego Krakowa.")
        gap = gap_of(report, f"two_counts:people:{march['event'].pk}")
        assert not gap.is_hard
        assert words(gap) == ["blisko 100 osób", "150 osób"]
        assert gap.details[1].where == "Relacja „Za nami spotkanie”, wstęp"

    def test_the_same_number_under_another_word_is_said_more_mildly(self, report, march):
        recap(march["event"], "Niemal siedemdziesiąt organizacji na Kapelance")
        gap = gap_of(report, f"other_word:organizations:{march['event'].pk}")
        assert words(gap) == ["około 70 organizacji", "Niemal siedemdziesiąt organizacji"]

    def test_both_words_written_in_the_note_are_settled(self, report, march):
        recap(march["event"], "Blisko 70 organizacji na Kapelance")
        other = march["note"].counts.create(
            qualifier="nearly", value=70, unit="organizations", counted=False
        )
        march["note"].current.data["counts"].append(
            {
                "unit": "organizations",
                "qualifier": "nearly",
                "value": 70,
                "method": other.method,
                "source": "",
                "counted": False,
            }
        )
        type(march["note"].current).objects.filter(pk=march["note"].current.pk).update(
            data=march["note"].current.data
        )
        assert keys(report) == []

    def test_a_rounded_number_that_fits_the_exact_one_is_no_contradiction(self, march):
        event = make_meeting("Rozmowa", note=False)
        make_note(event, ("exactly", 41, "people"))
        recap(event, lead="Ponad 40 osób usiadło przy stole.")
        assert keys(drafted()) == []

    def test_a_part_of_those_who_came_is_no_other_count(self, report, march):
        recap(
            march["event"],
            lead="Przyszło około 70 organizacji.",
            body="<p>Na scenie wystąpiło 12 organizacji, a około 70 organizacji słuchało.</p>",
        )
        assert keys(report) == []

    def test_people_beside_organizations_may_both_be_true(self, march):
        event = make_meeting("Wielkie zebranie", note=False)
        make_note(event, ("about", 70, "organizations"))
        report = drafted()
        write_lead(report, "W marcu „Wielkie zebranie” przyciągnęło blisko 100 osób.")
        gap = gap_of(report, f"other_unit:{event.pk}")
        assert "Oba mogą być prawdą: zapisz obie" in gap.sentence
        assert words(gap) == ["blisko 100 osób", "około 70 organizacji"]

    def test_a_line_that_a_person_changed_is_held_against_the_note(self, report, march):
        line = report.lines.get(event=march["event"])
        line.text = "„Wspólnie do celu II” dla ponad 200 osób"
        line.save()
        gap = gap_of(report, f"two_counts:people:{march['event'].pk}")
        assert gap.details[-1].where == "Wiersz podsumowania"

    def test_a_hand_written_line_that_names_the_meeting_is_read_too(self, report, march):
        report.lines.create(
            month=MARCH.first_day,
            text="druga edycja „Wspólnie do celu”, która zgromadziła 300 osób",
        )
        assert f"two_counts:people:{march['event'].pk}" in keys(report)

    def test_hopes_of_an_invitation_are_no_count(self, report, march):
        make_announcement(
            "Zapraszamy 500 osób", events=[march["event"]], published_at=EARLY, kind="invitation"
        )
        assert keys(report) == []

    def test_a_text_about_two_meetings_belongs_to_neither(self, report, march):
        other = make_meeting("Inne")
        report = drafted()
        make_announcement(
            "Przyszło 500 osób", events=[march["event"], other], kind=RECAP, published_at=AFTER
        )
        assert keys(report) == []

    def test_texts_without_a_note_are_held_against_each_other(self, march):
        event = make_meeting("Bez notatki", note=False)
        recap(event, "Sto osób w kawiarni")
        recap(event, "Relacja druga", lead="Było nas 60 osób.")
        gap = gap_of(drafted(), f"two_counts:people:{event.pk}")
        assert words(gap) == ["Sto osób", "60 osób"]


class TestPlaces:
    @pytest.fixture
    def echo(self, report):
        return make_venue("ECHO Miasta", street="Zabłocie", number="9")

    def test_another_place_in_the_report_stands_beside_the_event_s(self, report, march, echo):
        line = report.lines.get(event=march["event"])
        line.text = "druga edycja „Wspólnie do celu II” w ECHO Miasta"
        line.save()
        gap = gap_of(report, f"two_places:{march['event'].pk}")
        assert not gap.is_hard
        assert "„Kapelanka 56”, „ECHO Miasta”" in gap.sentence
        assert [row.where for row in gap.details] == ["Wydarzenie", "Wiersz podsumowania"]

    def test_another_name_of_the_same_place_is_no_other_place(self, report, march):
        march["venue"].aliases.create(name="ECHO Miasta")
        recap(march["event"], lead="Spotkaliśmy się w ECHO Miasta.")
        assert keys(report) == []

    def test_the_building_around_is_no_other_place(self, march):
        palace = make_venue("Pałac Krzysztofory", street="Rynek Główny", number="35")
        cafe = make_venue("Pan Cogito", street="", inside=palace)
        event = make_meeting("Trzecia odsłona", venue=cafe)
        recap(event, lead="Rozmawialiśmy w Pałacu Krzysztofory.")
        assert keys(drafted()) == []

    def test_a_helper_of_that_name_is_no_place(self, report, march, echo):
        recap(march["event"], lead="Pomogło nam ECHO Miasta i Fundacja Tytano.")
        assert keys(report) == []

    def test_a_text_that_names_the_right_place_may_name_others(self, report, march, echo):
        recap(march["event"], lead="Zaczęliśmy przy Kapelance 56, a potem byliśmy w ECHO Miasta.")
        recap(march["event"], lead="Po spotkaniu na Kapelanka 56 spacer: w ECHO Miasta.")
        assert keys(report) == []

    def test_a_cycle_named_in_a_month_means_the_edition_of_that_month(self, march, echo):
        cycle = march["event"].series
        place = make_venue("Społeczna Kaffka", street="Na Kozłówce", number="25")
        april = make_meeting(
            "Wspólnie do celu III", date(2026, 4, 20), series=cycle, edition=3, venue=place
        )
        report = drafted()
        section = report.sections.get(month=APRIL.first_day)
        section.opening = "Cykl „Wspólnie do celu” odbył się w ECHO Miasta."
        section.save()
        assert keys(report) == [f"two_places:{april.pk}"]


class TestFigures:
    def test_a_lead_with_another_number_than_the_figure_s_is_told_of(self, report):
        write_lead(report, "Za nami 12 otwartych spotkań i jedno działanie.")
        gap = gap_of(report, "figure:lead:spotkanie")
        assert not gap.is_hard
        assert "mówi „12 otwartych spotkań”" in gap.sentence
        assert "1 spotkanie" in gap.sentence.replace("\xa0", " ")

    def test_numbers_that_some_figure_knows_are_right(self, report):
        write_lead(report, "Jedno z nich: 1 spotkanie, blisko 100 osób, około 70 organizacji.")
        assert keys(report) == []

    def test_what_the_draft_writes_agrees_with_its_figures(self, march):
        for day in (date(2026, 4, 3), date(2026, 4, 9), date(2026, 5, 6)):
            event = make_meeting("Rozmowa", day, note=False)
            make_note(event, ("about", 30, "people"))
        assert keys(drafted()) == []

    def test_an_opening_left_behind_by_a_later_record_is_told_of(self, report, march):
        section = report.sections.get(month=MARCH.first_day)
        section.opening = "W marcu zapisaliśmy 7 działań."
        section.save()
        assert keys(report, AT) == ["figure:2026-03:działanie"]


def texts_left_behind(report):
    """Keys of the gaps about texts alone; the words that each quotes."""
    gaps = [gap for gap in open_gaps(report, AT) if gap.kind == Kind.FIGURE]
    return {gap.key: gap.subject.strip("„”") for gap in gaps}


class TestNumbersInWords:
    @pytest.fixture
    def four(self, march):
        """Four meetings at four places, of which a person's lead still tells as of three."""
        for number, day in enumerate((date(2026, 3, 30), date(2026, 4, 9), date(2026, 5, 6))):
            venue = make_venue(f"Miejsce {number}", street="Prosta", number=str(number + 1))
            event = make_meeting(f"Rozmowa {number}", day, note=False, venue=venue)
            make_note(event, ("exactly", 20 + number, "people"))
        return drafted()

    def test_a_lead_left_behind_by_a_fourth_meeting_contradicts_the_figures(self, four):
        write_lead(
            four,
            "Mój wstęp. Od marca do maja 2026 r. odbyły się trzy nasze spotkania. Liczbę osób "
            "zapisano na jednym z trzech spotkań: blisko 100 osób. Gościły nas trzy miejsca: "
            "Kapelanka 56, Miejsce 0 i Miejsce 1.",
        )
        assert texts_left_behind(four) == {
            "figure:lead:spotkanie": "trzy nasze spotkania",
            "figure:lead:miejsce": "trzy miejsca",
        }
        gap = gap_of(four, "figure:lead:miejsce")
        assert "Wstęp podsumowania mówi „trzy miejsca”" in gap.sentence
        assert "4 miejsca" in gap.sentence.replace("\xa0", " ")

    def test_the_right_words_are_no_contradiction(self, four):
        write_lead(four, "Odbyły się cztery nasze spotkania. Gościły nas cztery miejsca.")
        assert texts_left_behind(four) == {}

    @pytest.mark.parametrize(
        "words",
        [
            "odbyły się trzy nasze spotkania",
            "opowiadamy o trzech naszych spotkaniach",
            "dzięki trzem naszym spotkaniom",
            "żyliśmy trzema naszymi spotkaniami",
            "Trzy spotkania i wiele rozmów",
            "Za nami dwadzieścia dwa spotkania",
            "Zapisaliśmy też dwanaście innych działań",
            "Spotkaliśmy się w trzech miejscach.",
            "Przyszło ponad trzysta osób",
            "Poznaliśmy dziewięćdziesiąt dziewięć organizacji",
        ],
    )
    def test_in_whatever_case_it_is_written(self, four, words):
        write_lead(four, words)
        assert len(texts_left_behind(four)) == 1

    @pytest.mark.parametrize(
        "words",
        [
            "Frekwencję zapisano na jednym z trzech spotkań.",
            "Trzecia odsłona cyklu i drugie spotkanie.",
            "Byliśmy w trzech miejscach Krakowa.",
            "Pełnomocnik odwiedził między innymi dwie organizacje i pięć osób.",
            "W tym trzy spotkania w szkołach.",
            "Były też trzy spotkania z radnymi.",
            "Spotkania odbywały się co trzy miesiące, po trzech spotkaniach przyszła przerwa.",
            "Jedno spotkanie zapamiętamy na długo.",
            "Fundacja zajęła 3 miejsce.",
            "Przyszło ponad sto pięćdziesiąt osób.",
        ],
    )
    def test_what_counts_something_else_is_left_in_peace(self, four, words):
        write_lead(four, words)
        assert texts_left_behind(four) == {}

    def test_a_month_is_held_against_its_own_number(self, four):
        section = four.sections.get(month=APRIL.first_day)
        section.opening = "Kwiecień przyniósł dwa nasze spotkania."
        section.save()
        assert texts_left_behind(four) == {"figure:2026-04:spotkanie": "dwa nasze spotkania"}
        section.opening = "W marcu dwa nasze spotkania, a potem kwiecień."
        section.save()
        assert texts_left_behind(four) == {}

    def test_it_may_stay_with_a_reason_until_the_records_change_again(self, four):
        write_lead(four, "Odbyły się trzy nasze spotkania.")
        gap = gap_of(four, "figure:lead:spotkanie")
        settle(
            report=four,
            key=gap.key,
            mark=gap.mark,
            deed="leave",
            reason="czwarte opisze następny raport",
            by=None,
            at=AT,
        )
        assert texts_left_behind(four) == {}
        make_meeting("Piąta rozmowa", date(2026, 5, 7))
        assert gap_of(four, gap.key).before == "czwarte opisze następny raport"

    def test_every_draft_of_ours_agrees_with_its_own_figures(self, four):
        for number in range(12):
            make_activity(
                f"wizyta {number}",
                kind="visit",
                when=When.on_day(date(2026, 3 + number % 3, 5)),
                outside_krakow=number < 4,
            )
        for span in (SPRING, MonthSpan.of(MARCH), MonthSpan.of(APRIL)):
            assert texts_left_behind(drafted(span)) == {}
