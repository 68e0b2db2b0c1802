"""The strokes of a small SVG path as points, for pictures that are drawn and not displayed."""

import math
import re
from collections.abc import Iterator

Point = tuple[float, float]
TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}
STEPS = 16  # straight pieces of one curve: enough at 48 units across


def outlines(path: str) -> list[list[Point]]:
    """Each stroke of the path as a line of points; a closed one ends where it began."""
    found: list[list[Point]] = []
    for command, numbers in commands(path):
        if command in "Mm":
            start = (0.0, 0.0) if command == "M" or not found else found[-1][-1]
            found.append([(start[0] + numbers[0], start[1] + numbers[1])])
        else:
            found[-1] += list(points(command, numbers, found[-1]))
    return found


def commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """(command, its numbers), one at a time; ValueError for a command that is not drawn here."""
    tokens, command = TOKEN.findall(path), ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        if command.upper() not in ARGUMENTS:
            raise ValueError(f"Path command {command!r}")
        count = ARGUMENTS[command.upper()]
        yield command, [float(token) for token in tokens[:count]]
        tokens = tokens[count:]


def points(command: str, numbers: list[float], line: list[Point]) -> Iterator[Point]:
    """Where the command leads from the end of the line."""
    x, y = line[-1]
    dx, dy = (x, y) if command.islower() else (0.0, 0.0)
    match command.upper():
        case "L":
            yield dx + numbers[0], dy + numbers[1]
        case "H":
            yield dx + numbers[0], y
        case "V":
            yield x, dy + numbers[0]
        case "Z":
            yield line[0]
        case "C":
            controls = [(dx + a, dy + b) for a, b in zip(*[iter(numbers)] * 2, strict=True)]
            yield from bezier((x, y), *controls)
        case "A":
            yield from arc((x, y), numbers, (dx + numbers[5], dy + numbers[6]))


def bezier(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    for step in range(1, STEPS + 1):
        t = step / STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        yield (
            sum(w * p[0] for w, p in zip(weights, (start, one, two, end), strict=True)),
            sum(w * p[1] for w, p in zip(weights, (start, one, two, end), strict=True)),
        )


def arc(start: Point, numbers: list[float], end: Point) -> Iterator[Point]:
    """Of a circle: radius, then whether it is the long way round and whether it turns right."""
    radius, long_way, right = numbers[0], bool(numbers[3]), bool(numbers[4])
    (x1, y1), (x2, y2) = start, end
    half = math.dist(start, end) / 2
    radius = max(radius, half)
    away = math.sqrt(radius**2 - half**2) / (2 * half) * (-1 if long_way == right else 1)
    cx, cy = (x1 + x2) / 2 - away * (y2 - y1), (y1 + y2) / 2 + away * (x2 - x1)
    first, last = math.atan2(y1 - cy, x1 - cx), math.atan2(y2 - cy, x2 - cx)
    turn = (last - first) % math.tau if right else -((first - last) % math.tau)
    for step in range(1, STEPS + 1):
        angle = first + turn * step / STEPS
        yield cx + radius * math.cos(angle), cy + radius * math.sin(angle)
