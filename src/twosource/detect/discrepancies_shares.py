"""Discrepancies of shares without a number: most of it in one report, some of it in another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.lexicon import pattern
from twosource.text.compare.sides import side_of
from twosource.text.judging.named import Named
from twosource.text.sentences import sentences
from twosource.text.vocabulary import news
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

# Code points behind the share in which it is told what is said of it; words that two of them share, with a name.
REACH, TOGETHER = 110, 2
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.,;:!?—–](?=\s|$)|[“”\"]")


@dataclass(frozen=True, slots=True)
class Share:
    """A share: the words for it, what it is of (a stem or concept), what is said of it, whom that names."""

    span: Span
    noun: str
    about: frozenset[str]
    parties: frozenset[str]


def discrepancies_shares(story: Story, parties: Sequence[Party]) -> Iterator[Discrepancy]:
    """Finds where one report says "most", and another says the same of "some" or "a significant number".

    A quotation says that a country will be hit hard; the next report has most jobs lost there. Nobody has counted, and
    still the share grows. Both places are given; which is right is not said.

    What it misses on purpose: shares of a thing that the reports call by other words, shares without a number beside
    those with one, and "all" and "none".
    """
    called = {word for party in parties for name in (party.name, *party.aliases) for word in news().content(name)}
    named = Named(parties, places=True)
    read = [article for article in story.articles if article.skipped is None]
    most = [one for article in read for one in _shares(article, "most", named, called)]
    less: dict[str, list[Share]] = defaultdict(list)
    for article in read:
        for one in _shares(article, "less", named, called):
            less[one.noun].append(one)
    groups: dict[tuple[Share, ...], list[Share]] = defaultdict(list)
    for one in most:
        others = tuple(two for two in less[one.noun] if _of_one(one, two, called))
        if others:
            groups[others].append(one)
    yield from (_discrepancy(mine, others) for others, mine in groups.items())


def _shares(article: Article, key: str, named: Named, called: set[str]) -> Iterator[Share]:
    for sentence in sentences(article, "body"):
        for match in pattern("shares", key).finditer(sentence.exact):
            rest = _STOP.split(sentence.exact[match.end() :], maxsplit=1)[0]
            rest = rest if len(rest) <= REACH else rest[:REACH].rpartition(" ")[0]
            first = next((word for word in _WORD.findall(rest)[:TOGETHER] if news().content(word)), "")
            noun = next(iter(news().content(first)), "")
            if noun and noun not in called and first.islower():
                start = sentence.start + match.start()
                end = sentence.start + match.end() + len(rest.rstrip())
                span = article.span(start, end)
                parties = frozenset(named(span))
                yield Share(span, noun, frozenset(news().content(rest)), parties)


def _of_one(one: Share, two: Share, called: set[str]) -> bool:
    """Whether two reports say it of one thing, by the words behind, and name the same people or places."""
    both = (one.about & two.about) - called
    return one.span.article != two.span.article and len(both) >= TOGETHER and bool(one.parties & two.parties)


def _discrepancy(one: Sequence[Share], two: Sequence[Share]) -> Discrepancy:
    sides = tuple(side_of(share.span for share in side) for side in (one, two))
    return Discrepancy(
        kind="scope",
        severity="scope",
        title=f"How much of it: “{sides[0].value}”; “{sides[1].value}”",
        sides=sides,
        explanation="One report says most of it, the other leaves open how much.",
    )
