"""In which role a sentence names an organization, as far as its words say."""

import re

from events.importing.names import Kind, Mention
from events.importing.proposal import OrganizationProposal
from events.importing.seen import Seen
from events.models import Partnership

Role = Partnership.Role
# Read from the nearest word before the name, or right after it.
WORDS: tuple[tuple[str, Partnership.Role], ...] = (
    (r"współorganiz\w+", Role.CO_ORGANIZER),
    (r"współfinans\w+|dofinans\w+|finansowan\w+|ze środków", Role.FUNDER),
    (r"patronat\w*", Role.PATRON),
    (r"gościnnoś\w+|gospodar\w+|prowadzon\w+ przez|goszcz\w+|gościł\w*", Role.HOST),
    (r"wsparci\w+|wspar\w+|wspier\w+|pomog\w+|zapewni\w+", Role.SUPPORT),
    (r"wystąpi\w+|występ\w*|koncert\w*|zaprezentowa\w+|poprowadz\w+|warsztat\w*", Role.PROGRAMME),
    (r"organizowan\w+ przez|organizator\w*|organizuj\w+|zaprasza\w*", Role.ORGANIZER),
)
BEFORE, AFTER = 80, 60  # letters around the name


def organizations(rows: list[Seen]) -> tuple[OrganizationProposal, ...]:
    """Each once; with the first sentence that suggests a role, if any does."""
    found: dict[int, OrganizationProposal] = {}
    for row in rows:
        for mention in row.mentions:
            if mention.known.kind is not Kind.ORGANIZATION:
                continue
            proposal = OrganizationProposal(mention.known, row.text, role_of(row, mention))
            earlier = found.get(mention.known.pk)
            if earlier is None or (proposal.role and not earlier.role):
                found[mention.known.pk] = proposal
    return tuple(found.values())


def role_of(row: Seen, mention: Mention) -> str:
    start = max(0, mention.start - BEFORE)
    before, after = row.text[start : mention.start], row.text[mention.end :][:AFTER]
    found = [
        (len(before) - match.end(), role)
        for pattern, role in WORDS
        for match in re.finditer(rf"\b(?:{pattern})", before, re.IGNORECASE)
    ]
    found += [
        (match.start() + BEFORE, role)
        for pattern, role in WORDS
        for match in re.finditer(rf"\b(?:{pattern})", after, re.IGNORECASE)
    ]
    return min(found)[1].value if found else ""
