"""Discrepancies of dates: one event on days that exclude each other, a weekday that does not fit its date."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.lexicon import word_set
from twosource.lexicon.grammar import closed
from twosource.text.compare.dated import Dated, dated_in
from twosource.text.compare.days import exclude
from twosource.text.compare.occasions import Conflict, conflicts
from twosource.text.compare.spans import reversed_spans
from twosource.text.compare.weekdays import Misfit, misfit
from twosource.text.lexemes import lexemes
from twosource.text.likeness import common, content
from twosource.text.places import Places
from twosource.types.comparison import Discrepancy, Severity, Side
from twosource.types.figure import Time, TimeExpression
from twosource.types.span import Span
from twosource.types.story import Story

ALIKE_WORDS, ALIKE_SHARE, LONGER_SHARE = 5, 0.75, 0.6
DAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAME_REPORT = 3
SHOWN = 4
NAMED = ("day", "fixed")
RECURRING = ("month", "day", "season", "quarter", "half", "from", "clock", "the ", "this", "last", "next")


def discrepancies_dates(
    story: Story, times: Sequence[Time], expressions: Sequence[TimeExpression]
) -> Iterator[Discrepancy]:
    """Finds dates that cannot both be right.

    Five cases are plain enough: sentences of different reports that say the same in nearly the same words with days
    that exclude each other (a quotation given twice, once with the wrong year); days with their month, each in one
    report only, in sentences that share words which are rare in the story, most of all next to the date; different
    days for the publication of one report; a weekday beside a date that fell on another day; a span that ends before
    it begins. The days are the resolved ones, so that "Saturday" and "January 31" agree where they are the same day.

    It misses on purpose: events told in different words, dates of parts of an event (begin and end), weekdays alone
    (the day of publication is seldom sure enough to hold one report's "Tuesday" against another's "Monday"), days that
    a report which gives the other one gives as well, a weekday beside a day without a year that is more than two months
    off, and times that could not be resolved to days.
    """
    sure = {(one.span.article, one.span.start) for one in expressions if not one.reading.startswith(RECURRING)}
    first = {(time.span.article, time.span.start): time for time in times}
    known = Places((time.span, time) for time in first.values())
    for expression in expressions:
        span = expression.span
        if found := misfit(story.article(span.article), expression, first.get((span.article, span.start))):
            yield _weekday(found)
    dated = [one for article in story.articles if article.skipped is None for one in dated_in(article, known)]
    fixed = {(one.span.article, one.span.start) for one in expressions if one.reading.startswith("fixed")}
    days = {(one.span.article, one.span.start) for one in expressions if _is_named(one)}
    told = [one for one in dated if (one.article.id, one.time.span.start) in days]
    occasions = list(conflicts(story, told))
    yield from (_on_two_days(conflict) for conflict in occasions)
    seen = defaultdict[Span, set[int]](set)
    for number, conflict in enumerate(occasions):
        for one in (*conflict.sides[0], *conflict.sides[1]):
            seen[one.time.span].add(number)
    plain = [
        one
        for one in dated
        if one.single and (one.article.id, one.time.span.start) in sure and "(inferred)" not in one.time.anchor
    ]
    for one, two in _beside_alike(plain):
        again = not seen[one.time.span].isdisjoint(seen[two.time.span])
        if one.article is not two.article and not again and _disjoint(one, two) and _alike(one, two):
            yield _discrepancy("contradiction", "in sentences that are otherwise nearly the same", [one], [two])
    yield from _publications(dated)
    stated = [one for one in dated if (one.article.id, one.time.span.start) in fixed]
    yield from (_backwards(one, two) for one, two in reversed_spans(stated))


def _beside_alike(dated: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """The pairs that have a word beside them in common, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(dated):
        for word in one.beside:
            holders[word].append(number)
    for number, one in enumerate(dated):
        later = {other for word in one.beside for other in holders[word][bisect_right(holders[word], number) :]}
        yield from ((one, dated[other]) for other in sorted(later))


def _weekday(found: Misfit) -> Discrepancy:
    """A weekday beside a date that falls on another day."""
    return Discrepancy(
        kind="date",
        severity="contradiction",
        title=f"{found.weekday.exact}; {found.date.exact}",
        sides=tuple(Side(value=span.exact, spans=(span,)) for span in (found.weekday, found.date)),
        explanation=f"“{found.date.exact}” falls on a {DAYS[found.is_]}, not on a {DAYS[found.told]}.",
    )


def _is_named(expression: TimeExpression) -> bool:
    """Whether it names a day in figures; holidays are not set against other days."""
    return expression.reading.startswith(NAMED) and any(sign.isdigit() for sign in expression.span.exact)


def _on_two_days(conflict: Conflict) -> Discrepancy:
    one, two = conflict.sides
    found = lexemes(one[0].sentence.exact)
    words = [part.text for part in found if content((part,), word_set("figures", "stops")) & conflict.shared]
    told = ", ".join(f"“{word}”" for word in list(dict.fromkeys(words))[:SHOWN])
    return _discrepancy("contradiction", f"for what both reports tell with the words {told}", one, two)


def _backwards(one: Dated, two: Dated) -> Discrepancy:
    first, second = one.time.span, two.time.span
    return Discrepancy(
        kind="date",
        severity="contradiction",
        title=f"{first.exact}; {second.exact}",
        sides=(Side(value=one.time.value, spans=(first,)), Side(value=two.time.value, spans=(second,))),
        explanation=f"“{first.exact}”, from which it lasted, comes after “{second.exact}”, with which it ended.",
    )


def _disjoint(one: Dated, two: Dated) -> bool:
    """Whether they exclude each other; one of them is in figures, as the day of publication may be off."""
    return exclude(one.time, two.time) and (_in_figures(one) or _in_figures(two))


def _in_figures(dated: Dated) -> bool:
    return any(sign.isdigit() for sign in dated.time.span.exact)


def _alike(one: Dated, two: Dated) -> bool:
    """The next words and most others in common: of the longer sentence too, which holds many by chance."""
    shared = len(one.words & two.words)
    if _is_label(one) or _is_label(two) or _numbers_apart(one, two):
        return False
    enough = max(ALIKE_WORDS, LONGER_SHARE * max(len(one.words), len(two.words)))
    return bool(one.beside & two.beside) and shared >= enough and common(one.words, two.words) >= ALIKE_SHARE


def _is_label(dated: Dated) -> bool:
    """Whether a year tells which one it is of a row, not when something was: "the 2026 budget", "his 2025 speech"."""
    text = dated.article.text[dated.time.span.end : dated.sentence.end]
    named = dated.time.value == dated.time.span.exact and dated.before not in closed("prepositions")
    return named and text[:1] == " " and text[1:2].isalpha()


def _numbers_apart(one: Dated, two: Dated) -> bool:
    """Whether both sentences count something, and not the same: told of two times, each has its own number."""
    ours, theirs = one.numbers - two.numbers, two.numbers - one.numbers
    return bool(ours and theirs)


def _publications(dated: Sequence[Dated]) -> Iterator[Discrepancy]:
    """Different days for what one outlet reported, all reports on one side that can mean one day."""
    outlets: dict[frozenset[str], list[Dated]] = {}
    for one in sorted(dated, key=lambda one: one.time.moment is None or not one.time.moment.is_known):
        if one.outlet:
            outlets.setdefault(one.outlet, []).append(one)
    for told in outlets.values():
        sides: list[list[Dated]] = []
        days: list[dict[object, Dated]] = []  # of each side, one date for each meaning
        for one in told:
            meant = (one.time.moment, one.time.value, one.time.span.exact.lower())
            fitting = (
                place for place, side in enumerate(days) if not any(_disjoint(one, two) for two in side.values())
            )
            place = next(fitting, len(sides))
            if place == len(sides):
                sides.append([])
                days.append({})
            sides[place].append(one)
            days[place].setdefault(meant, one)
        apart = [side for side in sides[1:] if side[0].article is not sides[0][0].article]
        for side in apart[:1]:
            same = any(len(one.words & two.words) >= SAME_REPORT for one in sides[0] for two in side)
            if not same and not all(_in_figures(one) for one in (sides[0][0], side[0])):
                continue
            severity: Severity = "contradiction" if same else "unresolved"
            yield _discrepancy(severity, "as the day of one publication", sides[0], side)


def _discrepancy(severity: Severity, what: str, one: Sequence[Dated], two: Sequence[Dated]) -> Discrepancy:
    sides = [sorted(side, key=lambda dated: (dated.article.id, dated.time.span.start)) for side in (one, two)]
    first, second = sorted((side[0].time for side in sides), key=lambda time: (time.span.article, time.span.start))
    if sides[0][0].time is not first:
        sides.reverse()
    return Discrepancy(
        kind="date",
        severity=severity,
        title=f"{first.span.exact}; {second.span.exact}",
        sides=tuple(Side(value=side[0].time.value, spans=tuple(each.time.span for each in side)) for side in sides),
        explanation=f"“{first.span.exact}” and “{second.span.exact}” exclude each other {what}.",
    )
