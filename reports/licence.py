"""On what terms the report and its data may be used again."""

from django.utils.translation import gettext_lazy as _

# Art. 11 ust. 4 of the act of 11 August 2021 asks for it to be said outside the BIP.
LICENCE = _(
    "Z tekstu i danych można korzystać bez opłat i bez warunków (ustawa z dnia 11 sierpnia 2021 r. "
    "o otwartych danych i ponownym wykorzystywaniu informacji sektora publicznego)."
)
