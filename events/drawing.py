"""The picture of a shared link, 1200×630, drawn in the site's colours (static/css/tokens.css)."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from events.cards import DateBlock
from events.emblems import BOX, EMBLEMS, RING, STROKE, Emblem
from events.social import BRAND, OFFICE, Poster
from portal.kernel.polish import NBSP
from portal.kernel.strokes import outlines
from portal.kernel.typeface import BOLD, REGULAR, SEMIBOLD, Setting, fitted, typeface, width_of

WIDTH, HEIGHT = 1200, 630
SHARPNESS = 2  # shapes are drawn so many times larger, then made smaller: smooth edges
COLOURS = 96  # enough for a few flat colours and the edges of letters
MARGIN = 64
FOOT = 92  # height of the strip with the site's name
STATUS = 88  # height of the strip that says that it is off
LEAF = (264, 316)
COLUMN = MARGIN + LEAF[0] + 52  # where the words begin
TITLE_SIZES = (92, 84, 76, 68, 61, 55, 50, 45, 41, 37, 34)
TITLE_GAP = 26
STATUS_SIZES = (56, 48, 42, 36)

CARD, TINT, INK, EDGE = "#fffefb", "#f6f1e6", "#1b2330", "#857b66"
BRICK, BRASS, SUN, ON_DEEP = "#9c3a22", "#6f4f00", "#f4cd74", "#fdfaf3"
FAINT = 0.13  # how much of the emblem behind the words is seen


@dataclass(frozen=True)
class Palette:
    """Of a cycle's hue: the ground, its strip, quiet words on both, the head of the leaf."""

    ground: str
    strip: str
    quiet: str
    band: str


PALETTES = {
    "blue": Palette("#0b335e", "#08274a", "#c3d9f1", BRICK),
    "moss": Palette("#1f4a33", "#163826", "#cfe5d8", BRICK),
    "brick": Palette("#7d2d1a", "#5f2012", "#f8d9cf", "#0b335e"),
    "brass": Palette("#5a4000", "#453100", "#f3e2bd", BRICK),
}


@lru_cache(maxsize=64)
def drawn(poster: Poster) -> bytes:
    """The picture as PNG; the same bytes for the same words."""
    sheet = Sheet(PALETTES.get(poster.hue, PALETTES["blue"]))
    top = STATUS if poster.status else 0
    sheet.ground(poster, top)
    left = COLUMN if poster.leaf else MARGIN
    if poster.leaf:
        sheet.leaf(poster.leaf, top, off=poster.is_off)
    sheet.words(poster, left, top)
    sheet.strips(poster)
    return sheet.png()


class Sheet:
    """A picture in the making: shapes first, at twice the size, then words."""

    width, height, foot = WIDTH, HEIGHT, FOOT

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.image = Image.new("RGB", (self.width, self.height), palette.ground)
        self.pen = ImageDraw.Draw(self.image)

    def ground(self, poster: Poster, top: int) -> None:
        """The cycle's emblem behind the words, and the strips above and below."""
        emblem = EMBLEMS.get(poster.emblem, RING)
        x, y = self.width - 380, self.height - self.foot - 372
        self.emblem(emblem, x, y, 380, self.palette.quiet, FAINT)
        foot = (0, self.height - self.foot, self.width, self.height)
        self.pen.rectangle(foot, self.palette.strip)
        if top:
            self.pen.rectangle((0, 0, self.width, top - 1), CARD)

    def strips(self, poster: Poster) -> None:
        """Who invites, and first of all that it is off."""
        middle = self.height - self.foot // 2
        self.emblem(RING, MARGIN, middle - 26, 52, ON_DEEP)
        name = typeface(30, BOLD)
        self.pen.text((MARGIN + 70, middle), BRAND, ON_DEEP, name, anchor="lm")
        after = MARGIN + 70 + width_of(BRAND, name) + 28
        self.pen.text((after, middle + 1), OFFICE, self.palette.quiet, typeface(23), anchor="lm")
        self.status(poster.status)

    def status(self, status: str) -> None:
        """What must be read first, in the strip above; smaller where the words are many."""
        said = fitted(status.upper(), self.width - 2 * MARGIN, STATUS, STATUS_SIZES, BOLD, 1)
        for line in said.lines[:1]:
            self.pen.text((MARGIN, STATUS // 2 + 1), line, BRICK, said.font, anchor="lm")

    def words(self, poster: Poster, left: int, top: int) -> None:
        """The cycle, the title, the date and the place, as one block in the middle."""
        width, room = self.width - left - MARGIN, self.height - self.foot - top - 2 * (MARGIN - 16)
        blocks = [
            (fitted(poster.kicker, width, 38, (30, 27), SEMIBOLD), SUN, 6),
            (fitted(poster.when, width, 88, (38, 35), SEMIBOLD), ON_DEEP, 8),
            (fitted(poster.place, width, 84, (34, 31), REGULAR), self.palette.quiet, 0),
        ]
        blocks = [block for block in blocks if block[0].lines]
        left_over = room - sum(setting.height + gap for setting, _, gap in blocks) - TITLE_GAP
        title = fitted(poster.title, width, left_over, TITLE_SIZES, BOLD, 1.1)
        blocks.insert(1 if poster.kicker else 0, (title, ON_DEEP, TITLE_GAP))
        y = top + MARGIN - 16 + max(left_over - title.height, 0) // 2
        for setting, colour, gap in blocks:
            self.lines(setting, left, y, colour)
            y += setting.height + gap

    def lines(self, setting: Setting, left: int, top: int, colour: str) -> None:
        for number, line in enumerate(setting.lines):
            middle = top + (number + 0.5) * setting.line_height
            plain = line.replace(NBSP, " ")
            self.pen.text((left, middle), plain, colour, setting.font, anchor="lm")

    def leaf(self, leaf: DateBlock, top: int, *, off: bool) -> None:
        """A leaf of a calendar; without a day it is pale, with a dashed edge and no band."""
        width, height = LEAF
        x, y = MARGIN, self.leaf_top(top)
        head = 66
        self.paper(x, y, head, precise=leaf.precise, off=off)
        middle = x + width / 2
        week = BRASS if not leaf.precise else (INK if off else CARD)
        self.centred(leaf.week, middle, y + head / 2, week, 36, SEMIBOLD)
        big = self.centred(leaf.big, middle, y + head + 86, INK, 150, BOLD)
        if off:
            half = min(big / 2 + 12, width / 2 - 10)
            self.pen.line((middle - half, y + head + 92, middle + half, y + head + 92), BRICK, 9)
        below = 76 if leaf.year else 58
        self.centred(leaf.small, middle, y + height - below, INK, 40, SEMIBOLD)
        self.centred(leaf.year, middle, y + height - 31, INK, 28, REGULAR)

    def leaf_top(self, top: int) -> int:
        """Where the leaf begins: in the middle of what the strips leave."""
        return top + (self.height - self.foot - top - LEAF[1]) // 2

    def paper(self, x: int, y: int, head: int, *, precise: bool, off: bool) -> None:
        width, height = (side * SHARPNESS for side in LEAF)
        sheet = Image.new("L", (width, height), 0)
        ImageDraw.Draw(sheet).rounded_rectangle((0, 0, width - 1, height - 1), 44, 255)
        face = Image.new("RGB", (width, height), CARD if precise else TINT)
        band = TINT if off else self.palette.band
        if precise:
            ImageDraw.Draw(face).rectangle((0, 0, width, head * SHARPNESS), band)
        else:
            dashes(ImageDraw.Draw(face), width, height, head * SHARPNESS)
        self.image.paste(face.resize(LEAF, Image.Resampling.LANCZOS), (x, y), smooth(sheet, LEAF))

    def centred(
        self, text: str, middle: float, y: float, colour: str, size: int, weight: int
    ) -> float:
        """Smaller where the word is long; returns its width."""
        font = typeface(size, weight)
        while width_of(text, font) > LEAF[0] - 48:
            size -= 2
            font = typeface(size, weight)
        self.pen.text((middle, y), text, colour, font, anchor="mm")
        return width_of(text, font)

    def emblem(
        self, emblem: Emblem, x: int, y: int, size: int, colour: str, opacity: float = 1
    ) -> None:
        """Faint ones are drawn finer, since they are large and lie behind words."""
        thick = STROKE if opacity == 1 else 1
        mask = smooth(strokes(emblem, size * SHARPNESS, thick), (size, size))
        self.image.paste(colour, (x, y), mask.point([round(n * opacity) for n in range(256)]))

    def png(self) -> bytes:
        few = self.image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        written = BytesIO()
        few.save(written, "PNG", optimize=True)
        return written.getvalue()


def smooth(mask: Image.Image, size: tuple[int, int]) -> Image.Image:
    return mask.resize(size, Image.Resampling.LANCZOS)


def dashes(pen: ImageDraw.ImageDraw, width: int, height: int, head: int) -> None:
    """The edge and the line under the head of a leaf whose day nobody knows."""
    thick, step = 8, 40
    for x in range(0, width, step):
        for y in (0, head, height - thick):
            pen.rectangle((x, y, x + step // 2, y + thick), EDGE)
    for y in range(0, height, step):
        for x in (0, width - thick):
            pen.rectangle((x, y, x + thick, y + step // 2), EDGE)


def strokes(emblem: Emblem, size: int, thick: float) -> Image.Image:
    """Round ends and joints, as the stylesheet draws it."""
    mask = Image.new("L", (size, size), 0)
    pen, scale = ImageDraw.Draw(mask), size / BOX
    thick *= scale
    for line in outlines(emblem.lines):
        spots = [(x * scale, y * scale) for x, y in line]
        pen.line(spots, 255, round(thick), joint="curve")
        for x, y in (spots[0], spots[-1]):
            pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), 255)
    for line in outlines(emblem.dots) if emblem.dots else []:
        pen.polygon([(x * scale, y * scale) for x, y in line], 255)
    return mask
