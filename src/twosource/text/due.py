"""When statements about the future fall due, and when later reports may have settled them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from twosource.types.figure import Time
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.writing import Forecast, Outcome


def days_of(settled: Sequence[Span], written: Mapping[str, Moment]) -> Moment | None:
    """From the first to the last day of the reports that may settle it."""
    days = [written[span.article] for span in settled]
    if not days:
        return None
    latest = [moment.latest for moment in days if moment.latest]
    return Moment(
        earliest=min(moment.earliest for moment in days if moment.earliest),
        latest=max(latest, default=None),
        basis="inferred",
        why="days of the reports that may settle it",
    )


def is_over(forecast: Forecast, due: Moment | None, written: Mapping[str, Moment]) -> bool:
    """Whether its horizon had passed on the day of the report."""
    day = written[forecast.span.article].earliest
    return due is not None and due.latest is not None and day is not None and due.latest < day


def due_of(forecast: Forecast, times: Sequence[Time], written: Mapping[str, Moment]) -> Moment | None:
    """The horizon; where its words leave several days open, those from the day of the report on."""
    if forecast.horizon is None:
        return None
    moments = [time.moment for time in times if time.moment and time.span.overlaps(forecast.horizon)]
    due = next((moment for moment in moments if moment.latest), None)
    day = written[forecast.span.article].earliest
    if (
        due is None
        or due.latest is None
        or due.timex
        or not day
        or not due.earliest
        or not due.earliest < day <= due.latest
    ):
        return due
    return replace(due, earliest=day)


def outcome(due: Moment | None, today: date | None) -> Outcome:
    """Due from the day after the last of its days on; where a day is not known, open."""
    is_past = due is not None and due.latest is not None and today is not None and due.latest < today
    return "due" if is_past else "open"
