"""Parties, attributions and quotes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from twosource.export.convert.values import listed, maybe, maybe_when
from twosource.export.document import AnonymousRecord, AttributionRecord, DifferenceRecord, EntityRecord, QuoteRecord
from twosource.types.attribution import Anonymous, Attribution
from twosource.types.comparison import Quote
from twosource.types.dossier import Dossier
from twosource.types.party import Party, Unnamed
from twosource.types.span import Span


def entities(dossier: Dossier) -> list[EntityRecord]:
    """The parties, also where a pronoun or a description stands for one that speaks; then sources without a name."""
    spoken: dict[str, set[Span]] = defaultdict(set)
    persons = {party.id for party in dossier.of(Party) if party.kind == "person"}
    for attribution in dossier.of(Attribution):
        source, speaker = attribution.citation.source, attribution.speaker
        if source is not None and speaker is not None and _refers(source, person=speaker in persons):
            spoken[speaker].add(source)
    named = (_entity(party, spoken[party.id]) for party in dossier.of(Party))
    return [*named, *map(_unnamed, dossier.of(Unnamed))]


def _refers(source: Span, *, person: bool) -> bool:
    """Whether words that name a speaker only take it up again; who says `she` for a company is its spokeswoman."""
    low = source.exact.lower()
    return low in ({"he", "she"} if person else {"it", "they", "the company", "the firm", "the group"})


def _entity(party: Party, spoken: Iterable[Span]) -> EntityRecord:
    mentions = tuple(sorted({*party.mentions, *spoken}))
    return EntityRecord(
        id=party.id, name=party.name, kind=party.kind, aliases=list(party.aliases), mentions=listed(mentions)
    )


def _unnamed(source: Unnamed) -> EntityRecord:
    """A source without a name."""
    return EntityRecord(id=source.id, name=source.name, kind=source.kind, aliases=[], mentions=listed(source.mentions))


def attributions(dossier: Dossier) -> list[AttributionRecord]:
    """The citation that encloses or precedes another is named by the attribution that was made from it."""
    made: dict[str, str] = {}
    for attribution in dossier.of(Attribution):
        made.setdefault(attribution.citation.id, attribution.id)
    followed = {mention: source.id for source in dossier.of(Unnamed) for mention in source.mentions}
    return [_attribution(attribution, made, followed) for attribution in dossier.of(Attribution)]


def _attribution(attribution: Attribution, made: dict[str, str], followed: Mapping[Span, str]) -> AttributionRecord:
    citation, unnamed = attribution.citation, attribution.citation.anonymous
    party = followed.get(citation.source) if citation.source else None
    return AttributionRecord(
        id=attribution.id,
        article=attribution.article,
        kind=citation.mode,
        content=listed(citation.content),
        cue=maybe(citation.cue),
        source=maybe(citation.source),
        speaker=attribution.speaker,
        anonymous=None if unnamed is None else _anonymous(unnamed, party),
        via=list(attribution.via),
        occasion=maybe(citation.occasion),
        said=maybe_when(attribution.said),
        inside=made.get(citation.inside or ""),
        act=citation.act,
    )


def _anonymous(unnamed: Anonymous, party: str | None) -> AnonymousRecord:
    return AnonymousRecord(
        count=unnamed.count, description=unnamed.description, reason=maybe(unnamed.reason), party=party
    )


def quote(quote: Quote) -> QuoteRecord:
    """One utterance in its versions."""
    return QuoteRecord(
        id=quote.id,
        speaker=quote.speaker,
        attributions=list(quote.attributions),
        differences=[
            DifferenceRecord(kind=d.kind, between=list(d.between), explanation=d.explanation) for d in quote.differences
        ],
    )
