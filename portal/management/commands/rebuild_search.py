from typing import Any

from django.core.management.base import BaseCommand

from portal.kernel.polish import agree, counted
from portal.kernel.search_words import load_dictionary
from portal.search.index import rebuild


class Command(BaseCommand):
    help = "Buduje od nowa spis wyszukiwarki; do tej chwili strony szukają w starym."

    def handle(self, *args: Any, **options: Any) -> None:
        load_dictionary()
        many = rebuild()
        self.stdout.write(f"W spisie {agree(many, 'jest', 'są', 'jest')} {counted(many, 'wpis')}.")
