from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.benchmark.measures import Measure, measured
from reports.benchmark.records import Size

SHARES = (0.25, 0.5, 1.0)
# Growth in work over growth in records; above it, the work grows faster than what it is about.
LINEAR = 1.4
LONG_ENOUGH = 0.2  # seconds; a shorter time is noise
HEADERS = ("okres", "co", "wpisów", "czas", "procesor", "pamięć", "zapytań", "wzrost")


class Command(BaseCommand):
    help = (
        "Mierzy czas i szczyt pamięci podsumowań na wymyślonych wpisach (rok 2090), "
        "w transakcji, którą zawsze cofa."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--wydarzenia", type=int, default=2_000)
        parser.add_argument("--dzialania", type=int, default=20_000)
        parser.add_argument(
            "--notatki", type=int, default=5_000, help="zatwierdzone wersje notatek"
        )
        parser.add_argument(
            "--bez-pamieci", action="store_true", help="sam czas: kilka razy szybciej"
        )
        parser.add_argument(
            "--mimo-wszystko", action="store_true", help="także w trybie produkcyjnym"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE == "production" and not options["mimo_wszystko"]:
            raise CommandError(
                "To baza produkcyjna: pomiar zająłby ją na kilka minut. "
                "Zrób kopię albo dodaj --mimo-wszystko."
            )
        size = Size(options["wydarzenia"], options["dzialania"], options["notatki"])
        sizes = [size.part(share) for share in SHARES]
        self.stdout.write(row(HEADERS))
        for line in lines(measured(sizes, memory=not options["bez_pamieci"])):
            self.stdout.write(line)
        self.stdout.write("Po pomiarze nic nie zostało w bazie.")


def lines(measures: Iterator[Measure]) -> Iterator[str]:
    """A line a measure, as it comes; each says how it grew since the smaller size."""
    smaller: dict[tuple[str, str], Measure] = {}
    for found in measures:
        before = smaller.get((found.span, found.what))
        smaller[found.span, found.what] = found
        yield row(
            (
                found.span,
                found.what,
                str(records(found.size)),
                f"{found.seconds:.2f} s",
                f"{found.cpu:.2f} s",
                f"{found.megabytes:.1f} MB" if found.megabytes else "–",
                str(found.queries),
                growth(before, found) if before else "",
            )
        )


def records(size: Size) -> int:
    return size.events + size.activities + size.notes


def growth(before: Measure, after: Measure) -> str:
    """„×2,0 procesora, ×1,9 pamięci przy ×2,0 wpisów”, with a sign where work grew faster."""
    more = records(after.size) / records(before.size)
    work = after.cpu / max(before.cpu, 0.001)
    said = f"×{work:.1f} procesora"
    if before.megabytes:
        said += f", ×{after.megabytes / before.megabytes:.1f} pamięci"
    said = f"{said} przy ×{more:.1f} wpisów".replace(".", ",")
    steep = after.cpu > LONG_ENOUGH and work > LINEAR * more
    return f"{said} (!)" if steep else said


def row(cells: tuple[str, ...]) -> str:
    widths = (8, 21, 7, 9, 9, 10, 8, 0)
    return " ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
