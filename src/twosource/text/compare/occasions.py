"""Days of one occasion: told in the words of two reports, with another day in each.

That two sentences tell one occasion is read off the words that they share. A word weighs the less, the more sentences
of the story hold it: one that a single sentence holds weighs 1. Measured on the pairs of sentences of natural stories
with one day or two, the bounds below seldom take two occasions for one.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

from twosource.lexicon import word_set
from twosource.text.compare.dated import Dated
from twosource.text.compare.days import day_of, exclude, is_slip
from twosource.text.lexemes import lexemes
from twosource.text.likeness import common, content
from twosource.text.places import by_article
from twosource.text.sentences import sentences
from twosource.text.words import stem
from twosource.types.figure import Time
from twosource.types.story import Story

# Weights of what two sentences share: enough by itself; enough where some of it stands next to the date, or where the
# days are one of two months, or both end a term ("by 5 May"); enough where both is so.
ALONE, BESIDE, BESIDE_SLIP = 2.0, 1.0, 0.6
# … and where each day is the only one of its report that the other does not give, with a name shared.
LEFT = 1.3
LEAST_SHARE = 0.34
TELLING = 0.4  # a name that weighs less is one of the whole story
UNITS = frozenset(("day", "week", "month", "year", "time", "night"))  # "the day after": they tell no occasion
APART = 1  # years: what is dated with years further apart is two occasions
TWO = 2
ROUNDING = 1e-9
# People meet and speak many times: without another word in common, the place where they did tells no occasion.
RECURRING = frozenset(
    map(
        stem,
        ("meeting", "talks", "call", "visit", "interview", "statement", "speech", "briefing", "hearing", "conference"),
    )
)
LIMITS = frozenset(("by", "than", "until", "till", "before"))
STARTS = frozenset(("since", "from", "starting", "beginning"))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two days that exclude each other, each with the places that give it, and the words that both sentences hold."""

    sides: tuple[tuple[Dated, ...], tuple[Dated, ...]]
    shared: frozenset[str]


def conflicts(story: Story, dated: Sequence[Dated]) -> Iterator[Conflict]:
    """The pairs of days, each once, that two reports give for one occasion; none that both reports know."""
    plain = [one for one in dated if day_of(one.time) and not one.stamp]
    if len({day_of(one.time) for one in plain}) < TWO:
        return
    weights, given = _weights(story), by_article((one.time for one in dated), lambda time: time.span.article)
    held: dict[tuple[str, str], list[tuple[Dated, Dated]]] = defaultdict(list)
    for one, two in _sharing(plain, weights):
        if (
            one.article is not two.article
            and day_of(one.time) != day_of(two.time)
            and (one.before in STARTS) == (two.before in STARTS)
            and (_is_one(one, two, weights) or _are_left(one, two, weights, given))
            and exclude(one.time, two.time)
            and not _knows(given[two.article.id], one.time)
            and not _knows(given[one.article.id], two.time)
        ):
            held[_days(one, two)].append((one, two))
    for days, mine in sorted(held.items(), key=lambda item: item[0]):
        first, second = (tuple(_on(day, mine)) for day in days)
        shared = max((one.words & two.words for one, two in mine), key=lambda words: (len(words), sorted(words)))
        yield Conflict((first, second), shared)


def _sharing(dated: Sequence[Dated], weights: Mapping[str, float]) -> Iterator[tuple[Dated, Dated]]:
    """The pairs, in order, that may share words of the least weight at which two sentences tell one occasion.

    Who shares that much shares one of the weightier words, all but those that are lighter together.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(dated):
        for word in one.words:
            holders[word].append(number)
    telling = [_weighty(one.words, weights) for one in dated]
    for number, one in enumerate(dated):
        near = {other for word in telling[number] for other in holders[word][bisect_right(holders[word], number) :]}
        yield from ((one, dated[other]) for other in sorted(near))


def _weighty(words: Iterable[str], weights: Mapping[str, float]) -> list[str]:
    """The words without the lightest that weigh less than any bound together."""
    lightest = sorted(words, key=lambda word: (weights[word], word))
    reached = list(accumulate(weights[word] for word in lightest))
    return lightest[bisect_left(reached, BESIDE_SLIP - ROUNDING) :]


def _knows(given: Sequence[Time], time: Time) -> bool:
    """Whether one of these is that day, or may be where a year is open."""
    return any(day_of(other) == day_of(time) and not exclude(other, time) for other in given)


def _days(one: Dated, two: Dated) -> tuple[str, str]:
    first, second = sorted((one.time.value, two.time.value))
    return first, second


def _on(value: str, pairs: Sequence[tuple[Dated, Dated]]) -> Iterator[Dated]:
    """Those of this value, each once, in their order."""
    found = {one.time.span: one for pair in pairs for one in pair if one.time.value == value}
    yield from (found[span] for span in sorted(found))


def _is_one(one: Dated, two: Dated, weights: Mapping[str, float]) -> bool:
    shared, names = (one.words & two.words) - UNITS, one.names | two.names
    slip = is_slip(one.time, two.time)
    if one.run and one.run == two.run and not _years_apart(one.time, two.time):
        return True
    if not shared - names - RECURRING or _years_apart(one.time, two.time):
        return False
    weight = sum(weights[word] for word in shared)
    if _names_apart(one, two, weights):
        return False
    near = bool((one.beside & two.around | two.beside & one.around) - UNITS)
    if one.before == two.before and one.before in LIMITS and one.around & two.around - UNITS:
        return weight >= BESIDE_SLIP  # by when the same is to be done
    if near or slip:
        return weight >= (BESIDE_SLIP if near and slip else BESIDE)
    return weight >= ALONE and common(one.words, two.words) >= LEAST_SHARE


def _are_left(one: Dated, two: Dated, weights: Mapping[str, float], given: Mapping[str, Sequence[Time]]) -> bool:
    """Whether each is the only day of its report that the other does not give, and names and words are shared."""
    rests = [{day_of(time) for time in given[each.article.id]} - {day_of(each.time)} for each in (one, two)]
    shared = (one.words & two.words) - UNITS
    if rests[0] != rests[1] or not one.names & two.names or _years_apart(one.time, two.time):
        return False
    told = bool(shared - one.names - two.names - RECURRING) and not _names_apart(one, two, weights)
    return told and sum(weights[word] for word in shared) >= LEFT


def _names_apart(one: Dated, two: Dated, weights: Mapping[str, float]) -> bool:
    """Whether each sentence has a name that the other lacks, and they share none but those of the whole story."""
    telling = frozenset(name for name in one.names | two.names if weights.get(name, 0) >= TELLING)
    ours, theirs = one.names & one.words & telling, two.names & two.words & telling
    return bool(ours - theirs) and bool(theirs - ours) and not ours & theirs


def _years_apart(one: Time, two: Time) -> bool:
    years = [time.value[:4] for time in (one, two)]
    return all(map(str.isdigit, years)) and abs(int(years[0]) - int(years[1])) > APART


def _weights(story: Story) -> dict[str, float]:
    """The weight of each word: 1 if one sentence of the story holds it, 0 if all do."""
    counts: Counter[str] = Counter()
    total = 0
    for article in story.articles:
        if article.skipped is None:
            for sentence in sentences(article, "headline", "subhead", "body"):
                total += 1
                counts.update(content(lexemes(sentence.exact), word_set("figures", "stops")))
    return {word: log(total / count) / log(total) for word, count in counts.items()} if total > 1 else {}
