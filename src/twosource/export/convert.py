"""From findings to the public document: ids instead of objects, dates as text, nothing added and nothing dropped."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

from twosource.export.document import (
    SCHEMA,
    AnonymousRecord,
    ArticleRecord,
    AttributionRecord,
    BlockRecord,
    ClaimRecord,
    CoverageRecord,
    DifferenceRecord,
    DiscrepancyRecord,
    Document,
    EntityRecord,
    EventRecord,
    IntervalRecord,
    MakerRecord,
    NoticeRecord,
    OriginRecord,
    PredictionRecord,
    QuantityRecord,
    QuoteRecord,
    ReuseRecord,
    SideRecord,
    StanceRecord,
    StatementRecord,
    StoryRecord,
    TimeRecord,
    UnreadRecord,
    When,
    WordingRecord,
    Words,
)
from twosource.export.summary import headline, summary
from twosource.types.article import Article
from twosource.types.attribution import Anonymous, Attribution
from twosource.types.claim import Claim, Presence, Stance
from twosource.types.comparison import Discrepancy, Event, Quote, Reuse
from twosource.types.dossier import Dossier
from twosource.types.figure import Publication, Quantity, Time
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.writing import Notice, Prediction, Wording

_EXACT_AS_DOUBLE = 2**53


def to_document(dossier: Dossier) -> Document:
    """The public document of a dossier; the summary is made from its records."""
    document = Document(
        schema=SCHEMA,
        story=StoryRecord(id=_story_id(dossier), title="", summary=[], from_=None, to=None),
        articles=_articles(dossier),
        unread=_unread(dossier),
        entities=[_entity(party) for party in dossier.of(Party)],
        attributions=_attributions(dossier),
        quotes=[_quote(quote) for quote in dossier.of(Quote)],
        claims=[_claim(claim) for claim in sorted(dossier.of(Claim), key=_weight)],
        stances=[_stance(stance) for stance in dossier.of(Stance)],
        quantities=[_quantity(quantity) for quantity in dossier.of(Quantity)],
        times=[_time(time) for time in dossier.of(Time)],
        discrepancies=[_discrepancy(discrepancy) for discrepancy in dossier.of(Discrepancy)],
        timeline=[_event(event) for event in sorted(dossier.of(Event), key=_chronological)],
        predictions=[_prediction(prediction) for prediction in dossier.of(Prediction)],
        notices=[NoticeRecord(id=n.id, kind=n.kind, span=_words(n.span)) for n in dossier.of(Notice)],
        wording=[WordingRecord(id=w.id, kind=w.kind, span=_words(w.span), voice=w.voice) for w in dossier.of(Wording)],
        reuse=[_reuse(reuse) for reuse in dossier.of(Reuse)],
        coverage=[_coverage(presence) for presence in dossier.of(Presence)],
        made_by=_maker(dossier),
    )
    return _with_story(document)


def _with_story(document: Document) -> Document:
    days = sorted(day for a in document.articles for day in (a.published.earliest, a.published.latest) if day)
    story = StoryRecord(
        id=document.story.id,
        title=headline(document),
        summary=summary(document),
        from_=days[0] if days else None,
        to=days[-1] if days else None,
    )
    fields = {name: getattr(document, name) for name in Document.__struct_fields__}
    return Document(**(fields | {"story": story}))


def _story_id(dossier: Dossier) -> str:
    return "story-" + sha256(" ".join(article.id for article in dossier.articles).encode()).hexdigest()[:10]


def _words(span: Span) -> Words:
    return Words(article=span.article, start=span.start, end=span.end, exact=span.exact)


def _maybe(span: Span | None) -> Words | None:
    return None if span is None else _words(span)


def _all(spans: tuple[Span, ...]) -> list[Words]:
    return [_words(span) for span in spans]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _when(moment: Moment) -> When:
    return When(
        earliest=_day(moment.earliest),
        latest=_day(moment.latest),
        timex=moment.timex,
        basis=moment.basis,
        why=moment.why,
    )


def _maybe_when(moment: Moment | None) -> When | None:
    return None if moment is None else _when(moment)


def _articles(dossier: Dossier) -> list[ArticleRecord]:
    inferred = {publication.article: publication.moment for publication in dossier.of(Publication)}
    return [_article(article, inferred.get(article.id, article.published)) for article in dossier.articles]


def _article(article: Article, published: Moment) -> ArticleRecord:
    return ArticleRecord(
        id=article.id,
        file=article.file,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        authors=list(article.authors),
        language=article.language,
        published=_when(published),
        text=article.text,
        blocks=[BlockRecord(kind=b.kind, language=b.language, start=b.start, end=b.end) for b in article.blocks],
        skipped=article.skipped,
    )


def _unread(dossier: Dossier) -> list[UnreadRecord]:
    files = {article.id: article.file or article.id for article in dossier.articles}
    unread = [UnreadRecord(file=item.file, reason=item.reason) for item in dossier.unread]
    for failure in dossier.failures:
        where = "the whole story" if failure.article is None else files[failure.article]
        unread.append(UnreadRecord(file=where, reason=f"detector {failure.detector} gave up: {failure.reason}"))
    return unread


def _entity(party: Party) -> EntityRecord:
    return EntityRecord(
        id=party.id, name=party.name, kind=party.kind, aliases=list(party.aliases), mentions=_all(party.mentions)
    )


def _attributions(dossier: Dossier) -> list[AttributionRecord]:
    """The citation that encloses or precedes another is named by the attribution that was made from it."""
    made: dict[str, str] = {}
    for attribution in dossier.of(Attribution):
        made.setdefault(attribution.citation.id, attribution.id)
    return [_attribution(attribution, made) for attribution in dossier.of(Attribution)]


def _attribution(attribution: Attribution, made: dict[str, str]) -> AttributionRecord:
    citation, unnamed = attribution.citation, attribution.citation.anonymous
    return AttributionRecord(
        id=attribution.id,
        article=attribution.article,
        kind=citation.mode,
        content=_all(citation.content),
        cue=_maybe(citation.cue),
        source=_maybe(citation.source),
        speaker=attribution.speaker,
        anonymous=None if unnamed is None else _anonymous(unnamed),
        via=list(attribution.via),
        occasion=_maybe(citation.occasion),
        said=_maybe_when(attribution.said),
        inside=made.get(citation.inside or ""),
        act=citation.act,
    )


def _anonymous(unnamed: Anonymous) -> AnonymousRecord:
    return AnonymousRecord(count=unnamed.count, description=unnamed.description, reason=_maybe(unnamed.reason))


def _quote(quote: Quote) -> QuoteRecord:
    return QuoteRecord(
        id=quote.id,
        speaker=quote.speaker,
        attributions=list(quote.attributions),
        differences=[
            DifferenceRecord(kind=d.kind, between=list(d.between), explanation=d.explanation) for d in quote.differences
        ],
    )


def _weight(claim: Claim) -> tuple[bool, int, str]:
    """The core first, then what most reports state."""
    return not claim.core, -len({statement.span.article for statement in claim.statements}), claim.id


def _claim(claim: Claim) -> ClaimRecord:
    return ClaimRecord(
        id=claim.id,
        text=claim.text,
        core=claim.core,
        statements=[
            StatementRecord(span=_words(s.span), attribution=s.attribution, stance=s.stance) for s in claim.statements
        ],
        origins=[
            OriginRecord(
                id=o.id, name=o.name, kind=o.kind, articles=list(o.articles), via=list(o.via), spans=_all(o.spans)
            )
            for o in claim.origins
        ],
        independent_origins=IntervalRecord(low=claim.low, high=claim.high),
        why=claim.why,
        status=claim.status,
    )


def _stance(stance: Stance) -> StanceRecord:
    return StanceRecord(
        id=stance.id,
        party=stance.party,
        claim=stance.claim,
        stance=stance.stance,
        span=_words(stance.span),
        said=_maybe_when(stance.said),
    )


def _number(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    whole = value == value.to_integral_value() and abs(value) <= _EXACT_AS_DOUBLE
    return int(value) if whole else float(value)


def _quantity(quantity: Quantity) -> QuantityRecord:
    figure = quantity.figure
    return QuantityRecord(
        id=quantity.id,
        span=_words(figure.span),
        value=_number(figure.value),
        low=_number(figure.low),
        high=_number(figure.high),
        unit=figure.unit,
        bound=figure.bound,
        measure=figure.measure,
        subject=quantity.subject,
        period=_maybe_when(quantity.period),
        attribution=quantity.attribution,
    )


def _time(time: Time) -> TimeRecord:
    return TimeRecord(
        id=time.id,
        span=_words(time.span),
        type=time.type,
        value=time.value,
        moment=_maybe_when(time.moment),
        anchor=time.anchor,
    )


def _discrepancy(discrepancy: Discrepancy) -> DiscrepancyRecord:
    return DiscrepancyRecord(
        id=discrepancy.id,
        kind=discrepancy.kind,
        severity=discrepancy.severity,
        title=discrepancy.title,
        sides=[SideRecord(value=side.value, spans=_all(side.spans)) for side in discrepancy.sides],
        explanation=discrepancy.explanation,
    )


def _chronological(event: Event) -> tuple[date, date, str]:
    return event.when.earliest or date.max, event.when.latest or date.max, event.id


def _event(event: Event) -> EventRecord:
    return EventRecord(
        id=event.id,
        when=_when(event.when),
        text=event.text,
        spans=_all(event.spans),
        articles=list(event.articles),
    )


def _prediction(prediction: Prediction) -> PredictionRecord:
    return PredictionRecord(
        id=prediction.id,
        span=_words(prediction.forecast.span),
        speaker=prediction.speaker,
        text=prediction.forecast.span.exact,
        due=_maybe_when(prediction.due),
        criterion=prediction.criterion,
        outcome=prediction.outcome,
        evidence=_all(prediction.settled),
    )


def _reuse(reuse: Reuse) -> ReuseRecord:
    return ReuseRecord(id=reuse.id, kind=reuse.kind, articles=list(reuse.articles), spans=_all(reuse.spans))


def _coverage(presence: Presence) -> CoverageRecord:
    words = _words(presence.spans[0])
    return CoverageRecord(
        claim=presence.claim,
        article=presence.article,
        state="present" if presence.present else "absent",
        span=words if presence.present else None,
        nearest=words if not presence.present and words.article == presence.article else None,
    )


def _maker(dossier: Dossier) -> MakerRecord:
    settings = {"as_of": _day(dossier.story.as_of)}
    return MakerRecord(twosource=dossier.made_by.get("twosource", ""), models=[], settings=settings)
