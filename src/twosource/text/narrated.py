"""The time that is narrated: "In March 2012 … in May" is the May of 2012, not the last one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from twosource.text.periods import named
from twosource.types.article import Article
from twosource.types.figure import Time, TimeExpression
from twosource.types.moment import Moment

# An account of the past: so many dates with their year at least, and this share of them long before it was written.
LEAST, SHARE, LONG = 5, 0.8, timedelta(400)
MANY = 20  # dates with their year, in a text of which it is not known when it was written
PLAIN = ("month", "day", "season", "feast", "the")
YEAR = "2000"
MONTH = "2000-01"


def is_open(time: TimeExpression) -> bool:
    """Whether the words name a month, a day, a season, "the year" or "the month" without pointing from now."""
    words = time.reading.partition(",")[0].split()
    return words[0] in PLAIN and len(words) == 2  # noqa: PLR2004 -- rule and name


def as_told(reading: str) -> str:
    """The reading that starts from the time told before: "the year,LAST" -> "same year,LAST"."""
    rule, comma, extra = reading.partition(",")
    words = rule.split()
    return (f"same {words[1]}" if words[0] == "the" else f"{rule} told") + comma + extra


def is_account(times: Sequence[TimeExpression], anchor: Moment) -> bool:
    """Whether a text is an account of the past: most of its dates with a year lie more than a year behind it."""
    told = [period.last for time in times if time.reading.startswith("fixed") and (period := named(time.value or ""))]
    if anchor.earliest is None:
        return len(told) >= MANY
    long_ago = [day for day in told if day < anchor.earliest - LONG]
    return len(told) >= LEAST and len(long_ago) >= SHARE * len(told)


@dataclass(slots=True)
class Narration:
    """Which stretch of the past a report is telling: the last time with its year, where that lies behind it.

    In an account of the past the stretch goes on until a time is told from the day of writing; elsewhere it ends with
    its paragraph, and only a month or a day with its year opens one.
    """

    article: Article
    anchor: Moment
    account: bool
    told: Time | None = None

    def past(self, time: TimeExpression) -> Time | None:
        """The time from which a month, day or season without a year counts; None if that is the day of writing."""
        if self.told is None or not is_open(time):
            return None
        near = self.account or _same_block(self.article, self.told.span.start, time.span.start)
        return self.told if near else None

    def take(self, time: TimeExpression, made: Time, *, narrated: bool) -> None:
        """Notes what a time was found to mean; `narrated`: it was resolved against `past`."""
        known = made.moment is not None and made.moment.is_known
        if self._starts(time, made) or (narrated and known and self.account):
            self.told = made
        elif not narrated and not self.account and made.anchor.startswith("publication"):
            self.told = None

    def _starts(self, time: TimeExpression, made: Time) -> bool:
        moment, value = made.moment, time.value or ""
        if not time.reading.startswith("fixed") or moment is None or moment.latest is None:
            return False
        past = self.anchor.earliest is None or moment.latest < self.anchor.earliest
        return past and (self.account or len(value) >= len(MONTH)) and value[: len(YEAR)].isdigit()


def _same_block(article: Article, one: int, two: int) -> bool:
    return any(block.start <= one < block.end and block.start <= two < block.end for block in article.blocks)
