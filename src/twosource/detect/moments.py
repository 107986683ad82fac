"""Moments: what the words for times mean, given when each report was written."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from twosource.text.calendar import Resolved, resolve
from twosource.text.lexemes import lexemes
from twosource.text.narrated import Narration, as_told, is_account, is_open
from twosource.text.places import by_article
from twosource.text.quotations import quoted_ranges
from twosource.text.tense import Direction, direction, firm_direction, tense_words
from twosource.types.article import Article
from twosource.types.figure import Publication, Time, TimeExpression
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story

QUOTED_WITHIN = timedelta(7)
WHY_NOT = frozenset(("length", "set", "vague", "generic"))
WHY = {
    "fixed": "the words themselves",
    "length": "a length of time",
    "set": "times that recur",
    "vague": "no day follows from the words",
    "invalid": "no calendar has this day",
    "unclear": "day and month cannot be told apart",
    "generic": "any such day, no day in particular",
    "fiscal": "the fiscal year of the company is not known",
}


def moments(story: Story, times: Sequence[TimeExpression], publications: Sequence[Publication]) -> Iterator[Time]:
    """Says on which days the words for times point, and against what they were resolved.

    "Saturday" in one report and "January 31" in another can only be compared once both are days. The anchor is the
    day of publication: as stated, else as inferred from the reports. "A day later" starts from the time spoken of
    before it. Whether a bare weekday or month lies ahead or behind is told by the nearest verb before it. Values are
    TIMEX3 values (ISO-TimeML); where the anchor leaves the day open, so does the value (XXXX-WXX), and the moment is
    the interval that remains, or none.

    A month or a day without a year, behind one with its year in the past ("In March 2012 … in May"), is of that time:
    in the same paragraph, and throughout an account of the past.

    Within quotation marks words count from when they were spoken. Where the sentence gives that day, it is the
    anchor; else the week up to publication is taken, so that only coarse words ("last year") get one value, or those
    that the report uses in its own sentences for one day.
    Captions are resolved, but nothing is resolved against them.
    """
    inferred = {publication.article: publication.moment for publication in publications}
    held = by_article(times, lambda one: one.span.article)
    for article in story.articles:
        if article.skipped is None:
            yield from _of_article(article, held[article.id], published(article, inferred))


def published(article: Article, inferred: Mapping[str, Moment]) -> Moment:
    """When the report came out: as stated, else as inferred, else unknown."""
    stated = article.published
    return stated if stated.earliest or stated.latest else inferred.get(article.id, UNKNOWN)


def _of_article(article: Article, times: Sequence[TimeExpression], anchor: Moment) -> Iterator[Time]:
    before: Moment | None = None
    course = Narration(article, anchor, account=is_account(times, anchor))
    said: dict[tuple[str, bool | None], set[Moment]] = {}
    quoted: list[tuple[TimeExpression, bool | None, Time]] = []
    for time in sorted(times, key=lambda time: time.span.start):
        plain = not _in_quotes(article, time.span.start)
        base, name = (anchor, _name(anchor)) if plain else _spoken(anchor)
        way = _ways(article, time)
        ahead = {"ahead": True, "behind": False}.get(way.told)
        past = course.past(time) if (plain or course.account) and not way.looks_on(account=course.account) else None
        if past and past.moment:
            found = resolve(as_told(time.reading), time.value, base, past.moment, ahead=None)
            why = f"the time told before, “{past.span.exact}”"
        else:
            found = resolve(time.reading, time.value, base, before, ahead=ahead)
            if found.uses == "before" and not ahead and _lies_after(found.moment, anchor):
                found = resolve(time.reading, time.value, base, None, ahead=ahead)  # measured off another time
            why = _why(found, name)
        made = Time(span=time.span, type=time.type, value=found.value, moment=found.moment, anchor=why)
        if not plain and past is None:
            quoted.append((time, ahead, made))
            continue
        yield made
        if found.uses == "anchor" and found.moment and not time.reading.startswith("shift"):
            said.setdefault((time.reading, ahead), set()).add(found.moment)
        if article.kind_at(time.span.start) != "caption":
            course.take(time, made, narrated=past is not None)
            if time.type in ("DATE", "TIME") and found.uses not in WHY_NOT:
                before = found.moment
    yield from (_as_told(made, said.get((time.reading, ahead), set())) for time, ahead, made in quoted)


def _as_told(quoted: Time, told: set[Moment]) -> Time:
    """A time in quotation marks that is left open means what the same words mean in the report's own."""
    if len(told) != 1 or "X" not in quoted.value or quoted.moment is None:
        return quoted
    moment = next(iter(told))
    if moment.timex is None or quoted.moment.is_disjoint(moment):
        return quoted
    why = "the same words outside quotation marks"
    return Time(span=quoted.span, type=quoted.type, value=moment.timex, moment=moment, anchor=why)


def _lies_after(moment: Moment | None, anchor: Moment) -> bool:
    """Whether all of it lies after the report came out."""
    return bool(moment and moment.earliest and anchor.latest and moment.earliest > anchor.latest)


def _name(anchor: Moment) -> str:
    if anchor.earliest is None and anchor.latest is None:
        return "publication, of which no day is known"
    ends = f"{anchor.earliest or '…'} to {anchor.latest or '…'}"
    day = str(anchor.earliest) if anchor.earliest == anchor.latest else ends
    return f"publication, {day} ({anchor.basis})"


def _spoken(anchor: Moment) -> tuple[Moment, str]:
    """When words in quotation marks were spoken: within a week up to publication, as far as the report tells."""
    earliest = anchor.earliest - QUOTED_WITHIN if anchor.earliest else None
    spoken = Moment(earliest=earliest, latest=anchor.latest, basis="inferred")
    return (
        spoken,
        f"quoted words; the report does not say when they were spoken; taken: up to a week before {_name(anchor)}",
    )


def _why(found: Resolved, name: str) -> str:
    if found.uses == "before":
        return "the time spoken of before" + ("" if found.moment else ", which is not known")
    return WHY.get(found.uses, name)


def _in_quotes(article: Article, place: int) -> bool:
    block = article.block_at(place)
    if block is None:
        return False
    inside = place - block.start
    ranges = _quoted(article.text[block.start : block.end])
    nearest = bisect_right(ranges, inside, key=lambda one: one[0]) - 1
    return nearest >= 0 and inside < ranges[nearest][1]


@lru_cache(maxsize=64)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    return quoted_ranges(text)


@dataclass(frozen=True, slots=True)
class _Way:
    """Which way a time lies: as all words tell, as the verbs alone do, and as plain verbs close by do."""

    told: Direction
    verbs: Direction
    firm: Direction

    def looks_on(self, *, account: bool) -> bool:
        """Whether it lies ahead of the report. "By May" may lie behind, and "would" tells what came later."""
        return (self.firm if account else self.verbs) == "ahead"


def _ways(article: Article, time: TimeExpression) -> _Way:
    block = article.block_at(time.span.start)
    if block is None:
        return _Way("", "", "")
    found = lexemes(article.text[block.start : block.end], block.start)
    place = bisect_left(found, time.span.start, key=lambda part: part.start)
    words = tense_words()
    told = direction(found, place, words)
    if not is_open(time):
        return _Way(told, told, told)
    return _Way(told, direction(found, place, words, until=False), firm_direction(found, place, words))
