"""QR codes of the site's own addresses."""

from dataclasses import dataclass

import segno

QUIET_ZONE = 4  # modules around a QR code: less is hard to read


@dataclass(frozen=True)
class Code:
    """A QR code as one SVG path, in modules."""

    address: str
    side: int
    path: str

    @property
    def svg(self) -> str:
        view = f'viewBox="0 0 {self.side} {self.side}" shape-rendering="crispEdges"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {view}><path d="{self.path}"/></svg>'

    @property
    def readable(self) -> str:
        """As people type it."""
        return self.address.removeprefix("https://")


def code(address: str) -> Code:
    """With its quiet zone; dark modules as runs of each row."""
    qr = segno.make(address, error="m", micro=False)
    rows = [bytes(row) for row in qr.matrix_iter(border=QUIET_ZONE)]
    path = "".join(runs(row, y) for y, row in enumerate(rows))
    return Code(address, len(rows), path)


def runs(row: bytes, y: int) -> str:
    drawn, x = "", 0
    while (start := row.find(1, x)) >= 0:
        end = row.find(0, start)
        x = end if end >= 0 else len(row)
        drawn += f"M{start} {y}h{x - start}v1h-{x - start}z"
    return drawn
