"""The unnamed sources of reports: each once a report, with all that rests on it there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from twosource.export.audit.policy import Sourcing
from twosource.export.audit.sourcing import sourcing_of
from twosource.export.document import AttributionRecord, Document, Words
from twosource.lexicon import table

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPENERS = frozenset(
    {"a", "all", "an", "her", "his", "its", "of", "some", "that", "the", "their", "these", "this", "those"}
)
_TAKES_UP = frozenset({"the", "these", "those", "this", "that", "both"})


@dataclass(frozen=True)
class UnnamedSource:
    """One unnamed source in one report: its attributions there, in their order; `via` are the outlets between."""

    article: str
    attributions: tuple[AttributionRecord, ...]
    sourcing: Sourcing

    @property
    def id(self) -> str:
        """That of its first attribution."""
        return self.attributions[0].id

    @property
    def named(self) -> Words:
        """The words for it where it is first cited."""
        first = self.attributions[0]
        return first.source or first.content[0]

    @property
    def description(self) -> str:
        """The words for it, on one line."""
        return " ".join(self.named.exact.split())

    @property
    def count(self) -> int | None:
        """How many they are, where a mention of it says so."""
        counts = (one.anonymous.count for one in self.attributions if one.anonymous)
        return next((count for count in counts if count is not None), None)

    @property
    def reason(self) -> Words | None:
        """Why it stays unnamed, in the report's words."""
        return next((one.anonymous.reason for one in self.attributions if one.anonymous and one.anonymous.reason), None)

    @property
    def via(self) -> tuple[str, ...]:
        """The outlets between the report and the source, outermost first."""
        return next((tuple(one.via) for one in self.attributions if one.via), ())

    @cached_property
    def supports(self) -> tuple[Words, ...]:
        """What rests on it: the attributed words, each place once."""
        return tuple(dict.fromkeys(part for one in self.attributions for part in one.content))


def unnamed_sources(document: Document) -> list[UnnamedSource]:
    """The unnamed sources in the order of the reports, and in each of the text.

    Two citations of one report have one source if the words for it are the same, but for articles and numbers, or if
    "those people" or "one of the people" takes up the only source there with that noun. Doubt leaves two.
    """
    order = {article.id: place for place, article in enumerate(document.articles)}
    cited = [one for one in document.attributions if one.anonymous]
    cited.sort(key=lambda one: (order[one.article], (one.source or one.content[0]).start))
    groups: dict[tuple[str, str], list[AttributionRecord]] = {}
    for one in cited:
        groups.setdefault((one.article, _same_as(one, groups)), []).append(one)
    articles = {article.id: article for article in document.articles}
    return [
        UnnamedSource(article, tuple(group), sourcing_of(articles[article], group))
        for (article, _), group in groups.items()
    ]


def _same_as(one: AttributionRecord, groups: dict[tuple[str, str], list[AttributionRecord]]) -> str:
    """The key of the source: that of an earlier one that it takes up, else its own words."""
    described = _words(one)
    key = bare(described)
    earlier = [known for article, known in groups if article == one.article]
    takes_up = described[:1] and (described[0] in _TAKES_UP or described[1:2] == ["of"])
    if key in earlier or not takes_up or len(key.split()) > 1:
        return key
    fits = [known for known in earlier if key in known.split()]
    return fits[0] if len(fits) == 1 else key


def _words(one: AttributionRecord) -> list[str]:
    return [word.lower() for word in _WORD.findall(one.anonymous.description if one.anonymous else "")]


def bare(described: list[str]) -> str:
    """A description without articles and numbers in front."""
    counts = table("anonymity")["counts"]
    numbers = counts if isinstance(counts, dict) else {}
    place = 0
    while place < len(described) - 1 and (
        described[place] in _OPENERS or described[place] in numbers or described[place].isdecimal()
    ):
        place += 1
    return " ".join(described[place:])


def described(source: UnnamedSource) -> Iterator[str]:
    """The bare words for a source, one for each mention."""
    for one in source.attributions:
        yield bare(_words(one))
