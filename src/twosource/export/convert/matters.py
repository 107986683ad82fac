"""Figures, times, discrepancies, the timeline, predictions and notices."""

from datetime import date

from twosource.export.convert.values import listed, maybe, maybe_when, number, when, words
from twosource.export.document import (
    DiscrepancyRecord,
    EventRecord,
    NoticeRecord,
    PredictionRecord,
    QuantityRecord,
    SideRecord,
    TimeRecord,
    VerdictRecord,
)
from twosource.types.comparison import Discrepancy, Event
from twosource.types.figure import Quantity, Time
from twosource.types.verdict import Verdict
from twosource.types.writing import Notice, Prediction


def quantity(quantity: Quantity) -> QuantityRecord:
    """A figure in its place in the story."""
    figure = quantity.figure
    return QuantityRecord(
        id=quantity.id,
        span=words(figure.span),
        value=number(figure.value),
        low=number(figure.low),
        high=number(figure.high),
        unit=figure.unit,
        bound=figure.bound,
        measure=figure.measure,
        subject=quantity.subject,
        period=maybe_when(quantity.period),
        attribution=quantity.attribution,
    )


def time(time: Time) -> TimeRecord:
    """A time."""
    return TimeRecord(
        id=time.id,
        span=words(time.span),
        type=time.type,
        value=time.value,
        moment=maybe_when(time.moment),
        anchor=time.anchor,
    )


def discrepancy(discrepancy: Discrepancy) -> DiscrepancyRecord:
    """A difference."""
    return DiscrepancyRecord(
        id=discrepancy.id,
        kind=discrepancy.kind,
        severity=discrepancy.severity,
        title=discrepancy.title,
        sides=[SideRecord(value=side.value, spans=listed(side.spans)) for side in discrepancy.sides],
        explanation=discrepancy.explanation,
    )


def chronological(event: Event) -> tuple[date, date, str]:
    """Sorts a timeline; what has no day comes last."""
    return event.when.earliest or date.max, event.when.latest or date.max, event.id


def event(event: Event) -> EventRecord:
    """An entry of the timeline."""
    return EventRecord(
        id=event.id,
        when=when(event.when),
        text=event.text,
        spans=listed(event.spans),
        articles=list(event.articles),
    )


def prediction(prediction: Prediction) -> PredictionRecord:
    """A prediction."""
    forecast = prediction.forecast
    return PredictionRecord(
        id=prediction.id,
        span=words(forecast.span),
        speaker=prediction.speaker,
        text=forecast.span.exact,
        due=maybe_when(prediction.due),
        criterion=prediction.criterion,
        outcome=prediction.outcome,
        evidence=listed(prediction.settled),
        kind=prediction.kind,
        told_by=prediction.voice,
        attribution=prediction.attribution,
        horizon=maybe(forecast.horizon),
        condition=maybe(forecast.condition),
        resolved=maybe_when(prediction.resolved),
    )


def verdict(verdict: Verdict) -> VerdictRecord:
    """What a person decided."""
    return VerdictRecord(
        predictions=list(verdict.predictions),
        outcome=verdict.ruling,
        who=verdict.who,
        when=verdict.when.isoformat(),
        why=verdict.why,
        words=verdict.words,
        report=verdict.report,
        place=verdict.place,
    )


def notice(notice: Notice) -> NoticeRecord:
    """A notice."""
    return NoticeRecord(
        id=notice.id,
        kind=notice.kind,
        span=words(notice.span),
        wrong=maybe(notice.wrong),
        right=maybe(notice.right),
        about=maybe(notice.about),
    )
