"""Finds the records that others name by id, and says alike what every section says."""

from collections.abc import Iterable, Sequence

from twosource.export.claimed import carriers, core_claims
from twosource.export.dates import days
from twosource.export.document import (
    ArticleRecord,
    ClaimRecord,
    CoverageRecord,
    Document,
    EntityRecord,
    StatementRecord,
    Words,
)
from twosource.export.naming import label, outlet_names
from twosource.export.sections.line import Name, Part, Quoted, joined
from twosource.export.ways import said_in

UNRESOLVED = "an unresolved source"


class Lookup:
    """The records of a document by id. An id that nothing has is shown as it is: nothing is lost in silence."""

    def __init__(self, document: Document) -> None:
        """Indexes the document."""
        self.document = document
        self.articles: dict[str, ArticleRecord] = {one.id: one for one in document.articles}
        self.number: dict[str, int] = {one.id: place for place, one in enumerate(document.articles, start=1)}
        self.entities: dict[str, EntityRecord] = {one.id: one for one in document.entities}
        self.attributions = said_in(document)
        self.coverage: dict[tuple[str, str], CoverageRecord] = {
            (one.claim, one.article): one for one in document.coverage
        }
        self.names = outlet_names(document)
        self._present: dict[str, set[str]] = {}
        for one in document.coverage:
            if one.state == "present":
                self._present.setdefault(one.claim, set()).add(one.article)
        self.core = [claim.id for claim in core_claims(document)]

    def outlet(self, article: str) -> str:
        """What to call a report in a line: by its outlet, else by its number."""
        return self.names.get(article, article)

    def label(self, article: str) -> str:
        """What stands at the head of a report: its outlet, its title, its first words, or its file."""
        found = self.articles.get(article)
        return label(found) if found else article

    def has_outlet(self, article: str) -> bool:
        """Whether the report says whose it is."""
        found = self.articles.get(article)
        return bool(found and found.outlet)

    def party(self, entity: str | None) -> Name:
        """The name of a party."""
        if entity is None:
            return Name(UNRESOLVED)
        found = self.entities.get(entity)
        return Name(found.name if found else entity)

    def parties(self, entities: Iterable[str], mark: str = ", ") -> tuple[Part, ...]:
        """Names of parties in a row."""
        return joined([(self.party(one),) for one in entities], mark)

    def lead(self) -> ClaimRecord | None:
        """The claim that the first screen is about, if the story has one."""
        return next(iter(core_claims(self.document)), None)

    def stating(self, claim: ClaimRecord) -> list[str]:
        """The reports with statements of a claim, or that repeat one, in their order: those that the summary counts."""
        return sorted(carriers(claim), key=self.order)

    def carriers(self, claim: ClaimRecord) -> list[str]:
        """The reports that state a claim, and those that cover it in other words, in their order."""
        return sorted(carriers(claim) | self._present.get(claim.id, set()), key=self.order)

    def below_headlines(self, statements: Sequence[StatementRecord]) -> Sequence[StatementRecord]:
        """The statements that do not stand in a headline; all of them where no other is."""
        return [one for one in statements if not self._headed(one.span)] or statements

    def _headed(self, words: Words) -> bool:
        article = self.articles.get(words.article)
        blocks = article.blocks if article else []
        return any(one.kind == "headline" and one.start <= words.start < one.end for one in blocks)

    def order(self, article: str) -> int:
        """The place of a report in the document."""
        return self.number.get(article, 0)

    def published(self, article: str) -> str:
        """A key that orders by day of publication, reports without one last."""
        found = self.articles.get(article)
        return (found.published.earliest if found else None) or "9999"


def published_span(document: Document) -> str:
    """From the first to the last day of publication, over the reports for which it is known to the day."""
    known = [one.published for one in document.articles if one.published.earliest and one.published.latest]
    first = min((one.earliest or "" for one in known), default="")
    return days(first, max(one.latest or "" for one in known)) if first else ""


def as_printed(text: str, spans: Iterable[Words]) -> Part:
    """The text as a quotation of the span that has it, or as a plain name if none has."""
    place = next((span for span in spans if span.exact == text), None)
    return Name(text) if place is None else Quoted(place)


def claim_text(claim: ClaimRecord) -> Part:
    """A claim in the words of the report that says it shortest."""
    return as_printed(claim.text, (one.span for one in claim.carried()))


def quoted(spans: Iterable[Words], mark: str = " … ") -> tuple[Part, ...]:
    """Spans as quotations in a row."""
    return joined([(Quoted(span),) for span in spans], mark)
