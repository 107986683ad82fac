"""Discrepancies of scope: a record of all or only of one's own, a row of falling revenue or of falling profit."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import words
from twosource.text.compare.kinds import FLOWS
from twosource.text.compare.naming import names_in
from twosource.text.compare.records import RecordWords, Scope, records
from twosource.text.compare.setting import Setting, settings
from twosource.text.compare.spot import compare_tables
from twosource.text.lexemes import lexemes
from twosource.text.places import by_article
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy, Side
from twosource.types.figure import Figure, Time
from twosource.types.span import Span
from twosource.types.story import Story

ENDS = ("st", "nd", "rd", "th")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A record with what it is of."""

    span: Span
    scope: Scope
    attribute: str
    names: frozenset[str]


def discrepancies_scope(story: Story, figures: Sequence[Figure], times: Sequence[Time]) -> Iterator[Discrepancy]:
    """Finds figures and records that agree in the number and differ in what it is of.

    "The largest layoff in history" and "its largest layoff ever" sound alike, and claim different things: one among all
    firms, one among the firm's own. "An eleventh quarter of falling revenue" and "of shrinking profits" share the
    number. Copied from report to report, such words lose their scope without anybody noticing.

    It misses on purpose: superlatives without "ever", "in history" or "on record", records of things that no word from
    the table of attributes names, and rows whose measure is not told.
    """
    found: dict[str, list[Claimed]] = defaultdict(list)
    rows: dict[tuple[str, object], list[Setting]] = defaultdict(list)
    counted = by_article(filter(_is_row, figures), lambda one: one.span.article)
    timed = by_article(times, lambda one: one.span.article)
    for article in story.articles:
        if article.skipped is not None:
            continue
        for claimed in _claimed(article):
            found[claimed.attribute].append(claimed)
        for setting in settings(article, counted[article.id], timed[article.id], compare_tables()):
            rows[setting.figure.unit, setting.figure.value].append(setting)
    for attribute in sorted(found):
        yield from _records(found[attribute])
    for key in sorted(rows, key=str):
        yield from _rows(rows[key])


def _claimed(article: Article) -> Iterator[Claimed]:
    before: frozenset[str] = frozenset()
    for sentence in sentences(article, "headline", "subhead", "body"):
        found = lexemes(sentence.exact, sentence.start)
        names = names_in(found, compare_tables())
        for record in records(found, record_words()):
            inside = [part.low for part in found[record.start : record.stop]]
            attribute = next(
                (compare_tables().attributes[word] for word in inside if word in compare_tables().attributes), ""
            )
            attribute = attribute or _pair(inside)
            if attribute:
                span = article.span(found[record.start].start, found[record.stop - 1].end)
                yield Claimed(span, record.scope, attribute, names | before)
        before = names or before


def _pair(inside: Sequence[str]) -> str:
    """The attribute of a term of two words: "lay-off"."""
    plain = [word for word in inside if word != "-"]
    pairs = (" ".join(plain[place : place + 2]) for place in range(len(plain)))
    return next((compare_tables().attributes[pair] for pair in pairs if pair in compare_tables().attributes), "")


def _records(claimed: Sequence[Claimed]) -> Iterator[Discrepancy]:
    """One difference for each attribute, between records of all and of one's own that share a name."""
    wide = [one for one in claimed if one.scope == "all"]
    own = [one for one in claimed if one.scope == "own" and any(one.names & other.names for other in wide)]
    wide = [one for one in wide if any(one.names & other.names for other in own)]
    if len({one.span.article for one in (*wide, *own)}) < 2 or not wide or not own:  # noqa: PLR2004 -- two reports
        return
    sides = tuple(Side(value=side[0].span.exact, spans=tuple(one.span for one in side)) for side in (wide, own))
    yield Discrepancy(
        kind="scope",
        severity="scope",
        title="; ".join(side.value for side in sides),
        sides=sides,
        explanation=f"“{sides[0].value}” is of all, “{sides[1].value}” only of one's own.",
    )


def _is_row(figure: Figure) -> bool:
    """Whether it counts a row: "eleventh straight quarter", "11 straight quarters", "11th quarter"."""
    inside = figure.span.exact.lower().split()
    ordinal = figure.number.exact.isdigit() and inside[0][len(figure.number.exact) :] in ENDS
    return figure.value is not None and (ordinal or any(word in words("superlatives", "rows") for word in inside))


def _rows(found: Sequence[Setting]) -> Iterator[Discrepancy]:
    """One row of the same length, in different reports of different things."""
    sides: dict[str, list[Setting]] = defaultdict(list)
    for setting in found:
        others = [other for other in found if other.article is not setting.article]
        if setting.attribute in FLOWS and any(
            (setting.names | setting.topic) & (one.names | one.topic) for one in others
        ):
            sides[setting.attribute].append(setting)
    if len(sides) < 2 or len({setting.article.id for side in sides.values() for setting in side}) < 2:  # noqa: PLR2004 -- two of each
        return
    made = tuple(Side(value=name, spans=tuple(one.figure.span for one in sides[name])) for name in sorted(sides))
    yield Discrepancy(
        kind="quantity",
        severity="unresolved",
        title="; ".join(f"{side.spans[0].exact} ({side.value})" for side in made),
        sides=made,
        explanation=f"The same row is said of {made[0].value} and of {made[1].value}.",
    )


@cache
def record_words() -> RecordWords:
    """Superlatives and possessives, for English."""
    return RecordWords(
        superlatives=frozenset(words("superlatives", "superlatives")),
        possessives=frozenset(words("superlatives", "possessives")),
    )
