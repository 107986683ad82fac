"""Where the chains of a claim end, and through whom they run."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.export.document import ClaimRecord, Document, OriginRecord, Words
from twosource.export.naming import UNSOURCED, sourced
from twosource.export.numbers import counted, interval
from twosource.export.sections.claims import compared, origins_in_brief
from twosource.export.sections.line import Line, Name, Part, Section
from twosource.export.sections.lookup import Lookup, claim_text
from twosource.export.ways import ways

KINDS = {
    "person": "person",
    "organization": "organisation",
    "anonymous": "unnamed",
    "document": "document",
    "outlet": "outlet",
    UNSOURCED: "own voice",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One report's way to an origin. `via` are names of relays, from the report outward."""

    article: str
    via: tuple[str, ...]
    origin: OriginRecord
    spans: tuple[Words, ...]


class Origins(Section):
    """The origins of the claims that the story is about."""

    key = "origins"
    title = "Origins"
    shows = "Where each chain ends: from a person, a party or unnamed people, through relays, to the reports."
    how_to_read = (
        "Read from left to right: who is the origin, who passed it on, which reports carry it. Many reports on "
        "one line have one origin. A broken outline marks people without a name. The interval below counts the "
        "origins: the lower end those shown to be distinct, the upper end those not shown to depend on one "
        "another. “Unclear” counts the reports of which no chain could be followed."
    )
    cannot_see = (
        "Sources that no report mentions, and whether unnamed people of two reports are the same. A report that "
        "names nobody is its own origin here, even if it took the claim from elsewhere without saying so."
    )
    empty = "No claim with an origin was found."

    def lines(self, document: Document) -> list[Line]:
        """The story's own claims with a line for each origin; then the other claims, one line each, folded."""
        look = Lookup(document)
        return [self.claim(look, claim) for claim in self.claims(look)] + self.further(look)

    def claims(self, look: Lookup) -> list[ClaimRecord]:
        """The claims that the story is about, where they have origins."""
        return [claim for claim in look.document.claims if claim.origins and claim.id in look.core]

    def further(self, look: Lookup) -> list[Line]:
        """The origins of the other claims of the table, in one folded line; those of still others stand with them."""
        found = [claim for claim in compared(look) if claim.origins and claim.id not in look.core]
        title = counted(len(found), "further claim", "further claims")
        return (
            [Line(parts=(title,), children=tuple(_further(look, claim) for claim in found), folded=True)]
            if found
            else []
        )

    def claim(self, look: Lookup, claim: ClaimRecord) -> Line:
        """A claim with its origins."""
        children = [_origin(look, claim, origin) for origin in ends(look, claim)]
        if rest := _not_followed(claim):
            children.append(rest)
        bounds = claim.independent_origins
        number = f"Independent origins: {interval(bounds.low, bounds.high)}. "
        children.append(Line(parts=(number, Name(claim.why)), tag="count"))
        return Line(parts=(claim_text(claim),), children=tuple(children), tag=claim.status)


def _further(look: Lookup, claim: ClaimRecord) -> Line:
    spans = tuple(span for origin in claim.origins for span in origin.spans)
    return Line(parts=(claim_text(claim), *origins_in_brief(look, claim)), spans=spans)


def _origin(look: Lookup, claim: ClaimRecord, origin: OriginRecord) -> Line:
    """An origin with its reports, and with the relays that they name, all of them or some."""
    number = f": {counted(len(origin.articles), 'report')}"
    found = Counter(ways(look.attributions, claim, origin).values())
    if len(found) == 1:
        via = next(iter(found))
        parts: list[Part] = [Name(origin.name), *([", through ", *look.parties(list(via))] if via else []), number]
    else:
        parts = [Name(origin.name), number]
        for via, reports in sorted(found.items(), key=lambda one: (-one[1], one[0])):
            parts += [f", {reports} of them through ", *look.parties(list(via))] if via else []
    return Line(parts=tuple(parts), spans=tuple(origin.spans), tag=KINDS[kind_of(origin)])


def _not_followed(claim: ClaimRecord) -> Line | None:
    """The reports that state the claim, and whose statements lead to none of its origins."""
    ended = {article for origin in claim.origins for article in origin.articles}
    spans = tuple(one.span for one in claim.carried() if one.span.article not in ended)
    if not spans or not ended:
        return None
    number = counted(len({span.article for span in spans}), "report")
    return Line(parts=(f"no chain could be followed to an end: {number}",), spans=spans, tag="unclear")


def kind_of(origin: OriginRecord) -> str:
    """The key of its kind among `KINDS`."""
    return UNSOURCED if origin.id == UNSOURCED else origin.kind


def ends(look: Lookup, claim: ClaimRecord) -> list[OriginRecord]:
    """The origins of a claim, those that the most reports rest on first; last, as one, the reports that name none."""
    named, own = sourced(look.document, claim)
    named.sort(key=lambda origin: -len(origin.articles))
    return [*named, own] if own else named


def chains(look: Lookup, claim: ClaimRecord) -> Iterator[Chain]:
    """The ways of a claim, one for each report and origin. The relays are those that this report itself names."""
    for origin in ends(look, claim):
        rows = ways(look.attributions, claim, origin)
        for article in sorted(origin.articles, key=look.order):
            yield Chain(
                article=article,
                via=tuple(look.party(one).text for one in rows[article]),
                origin=origin,
                spans=tuple(span for span in origin.spans if span.article == article),
            )
