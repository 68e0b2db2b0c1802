"""Keeps the documents of search as the records are, in the transaction that changes them."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from events.models import Announcement, Event, Series
from organizations.models import Organization
from portal.kernel.search_words import indexed, opening
from portal.models import SearchDocument
from portal.search.documents import KINDS, Found, is_published
from reports.models import Report
from venues.models import Venue

LONGEST = 300  # of the columns that a row of results shows
# What a document reads besides its own row, so that a rebuild asks a fixed number of questions.
READS: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Series: ((), ("aliases", "organizers")),
    Event: (
        ("series", "venue__inside", "note__current"),
        (
            *("series__aliases", "venue__aliases"),
            *("partnerships__organization", "programme", "access_facts"),
        ),
    ),
    Venue: (("inside", "operator"), ("aliases", "access_facts")),
    Organization: ((), ("aliases",)),
    Announcement: ((), ("events",)),
    Report: ((), ()),
}
AT_ONCE = 500
KEY = ["kind", "object_id"]
WRITTEN = [
    field.name for field in SearchDocument._meta.concrete_fields if field.name not in {"id", *KEY}
]


def index(record: Any) -> bool:
    """Write, renew or remove the record's document. Whether its title or names changed by it.

    The row is read anew: a record in memory may hold relations as they were.
    """
    model = type(record)
    if not is_published(record):
        return forget(model, record.pk)
    fresh = rows(model).get(pk=record.pk)
    document = document_of(fresh)
    before = named(model, record.pk)
    write([document])
    return before != (document.title_words, document.name_words)


def index_all(records: QuerySet[Any]) -> None:
    """Renew the documents of many published records; as many questions for thirty as for one."""
    for batch in batches(records.model, records.values("pk")):
        write(batch)


def write(documents: list[SearchDocument]) -> None:
    SearchDocument.objects.bulk_create(
        documents, update_conflicts=True, unique_fields=KEY, update_fields=WRITTEN
    )


def named(model: type, pk: int) -> tuple[str, str] | None:
    found = SearchDocument.objects.filter(kind=KINDS[model][0], object_id=pk)
    return found.values_list("title_words", "name_words").first()


def forget(model: type, pk: int) -> bool:
    """Remove its document. Whether there was one."""
    found = SearchDocument.objects.filter(kind=KINDS[model][0], object_id=pk)
    return bool(found.delete()[0])


def rows(model: Any) -> Any:
    joined, fetched = READS[model]
    found = model.objects.all().prefetch_related(*fetched)
    return found.select_related(*joined) if joined else found


def document_of(record: Any) -> SearchDocument:
    kind, reader = KINDS[type(record)]
    found: Found = reader(record)
    return SearchDocument(
        kind=kind,
        object_id=record.pk,
        visible_from=record.published_at,
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        title=found.title[:LONGEST],
        url=record.get_absolute_url(),
        about=found.about[:LONGEST],
        body=found.body,
        title_words=f"{opening(found.title)} {indexed(found.title)}",
        name_words=indexed(" ".join(found.names)),
        body_words=indexed(found.body),
    )


@transaction.atomic
def rebuild() -> int:
    """All documents anew; how many there are. Readers see the old ones until it is done."""
    SearchDocument.objects.all().delete()
    made = 0
    models: list[Any] = list(KINDS)
    for model in models:
        for batch in batches(model, model.objects.values("pk")):
            made += len(SearchDocument.objects.bulk_create(batch))
    return made


def batches(model: Any, keys: Any) -> Iterator[list[SearchDocument]]:
    published = rows(model).filter(pk__in=keys, status="published", discarded_at=None)
    batch: list[SearchDocument] = []
    for record in published.order_by("pk").iterator(chunk_size=AT_ONCE):
        batch.append(document_of(record))
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
