"""From findings to the public document: ids instead of objects, dates as text, nothing added and nothing dropped."""

from hashlib import sha256

import msgspec

from twosource.export.convert import claims, matters, reports, voices
from twosource.export.convert.values import words
from twosource.export.document import SCHEMA, Document, StoryRecord, WordingRecord
from twosource.export.summary import headline, summary
from twosource.types.claim import Claim, Presence, Stance
from twosource.types.comparison import Discrepancy, Event, Quote, Reuse
from twosource.types.dossier import Dossier
from twosource.types.figure import Quantity, Time
from twosource.types.writing import Notice, Prediction, Wording


def to_document(dossier: Dossier) -> Document:
    """The public document of a dossier; the summary is made from its records."""
    document = Document(
        schema=SCHEMA,
        story=_story(dossier),
        articles=reports.articles(dossier),
        unread=reports.unread(dossier),
        entities=voices.entities(dossier),
        attributions=voices.attributions(dossier),
        quotes=[voices.quote(quote) for quote in dossier.of(Quote)],
        claims=[claims.claim(claim) for claim in claims.ordered(dossier.of(Claim))],
        stances=[claims.stance(stance) for stance in dossier.of(Stance)],
        quantities=[matters.quantity(quantity) for quantity in dossier.of(Quantity)],
        times=[matters.time(time) for time in dossier.of(Time)],
        discrepancies=[matters.discrepancy(discrepancy) for discrepancy in dossier.of(Discrepancy)],
        timeline=[matters.event(event) for event in sorted(dossier.of(Event), key=matters.chronological)],
        predictions=[matters.prediction(prediction) for prediction in dossier.of(Prediction)],
        verdicts=[matters.verdict(verdict) for verdict in dossier.verdicts],
        notices=[matters.notice(notice) for notice in dossier.of(Notice)],
        wording=[WordingRecord(id=w.id, kind=w.kind, span=words(w.span), voice=w.voice) for w in dossier.of(Wording)],
        reuse=[claims.reuse(reuse) for reuse in dossier.of(Reuse)],
        coverage=[claims.coverage(presence) for presence in dossier.of(Presence)],
        made_by=reports.maker(dossier),
    )
    return _with_story(document)


def _story(dossier: Dossier) -> StoryRecord:
    strands = [list(strand) for strand in dossier.story.strands]
    return StoryRecord(id=_story_id(dossier), title="", summary=[], from_=None, to=None, strands=strands)


def _with_story(document: Document) -> Document:
    known = [a.published for a in document.articles if a.published.earliest and a.published.latest]
    days = sorted(day for when in known for day in (when.earliest, when.latest) if day)
    story = msgspec.structs.replace(
        document.story,
        title=headline(document),
        summary=summary(document),
        from_=days[0] if days else None,
        to=days[-1] if days else None,
    )
    return msgspec.structs.replace(document, story=story)


def _story_id(dossier: Dossier) -> str:
    return "story-" + sha256(" ".join(article.id for article in dossier.articles).encode()).hexdigest()[:10]
