"""Languages in which a part of a text may be written: codes of BCP 47 (RFC 5646)."""

import re

from django.utils.translation import gettext_lazy as _

# Offered in the editor; „język …”.
OFFERED = {
    "en": _("angielski"),
    "uk": _("ukraiński"),
    "de": _("niemiecki"),
    "fr": _("francuski"),
    "es": _("hiszpański"),
    "it": _("włoski"),
    "be": _("białoruski"),
    "ru": _("rosyjski"),
    "la": _("łaciński"),
}
HOME = "pl"

# The two-letter codes of ISO 639-1, and longer ones of languages spoken around Kraków.
CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
    "szl csb rue rom rmy wym lmo hsb dsb ase pso"
)
KNOWN = set(CODES.split())
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?",
    re.IGNORECASE,
)


def language_code(written: str) -> str:
    """„EN_us” → "en-US"; "" for Polish, which the whole page is, and for what is no code."""
    found = TAG.fullmatch(written.strip().replace("_", "-"))
    if found is None or found["language"].lower() not in KNOWN:
        return ""
    if found["language"].lower() == HOME:
        return ""
    parts = (found["language"].lower(), found["script"], found["region"])
    language, script, region = parts
    return "-".join(filter(None, [language, (script or "").title(), (region or "").upper()]))
