"""Where a figure stands: its lexemes, its sentence, and the words of a language that tell what it is of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from twosource.lexicon import table, words
from twosource.lexicon.outlets import known
from twosource.text.figures.context import sentence_around
from twosource.text.lexemes import Lexeme
from twosource.types.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareTables:
    """Word lists: attribute by word or phrase, words of grammar, names that say little, cues around a figure."""

    attributes: Mapping[str, str]
    stops: frozenset[str]
    weak: frozenset[str]
    parts: frozenset[str]
    contrast: frozenset[str]
    speech: frozenset[str]
    weights: Mapping[str, float]
    outlets: frozenset[str]


@cache
def compare_tables() -> CompareTables:
    """The tables for English: attributes, weights of what figures have in common, and the words of grammar."""
    return tables_of(table("attributes"), table("comparability"), words("figures", "stops"))


def tables_of(
    attributes: Mapping[str, object], comparability: Mapping[str, object], stops: Iterable[str]
) -> CompareTables:
    """The tables, from what `lexicon/data` holds."""
    lists = cast("Mapping[str, Mapping[str, list[str]]]", attributes)
    cues = lists["cues"]
    return CompareTables(
        attributes={word: name for name, found in lists["attributes"].items() for word in found},
        stops=frozenset(stops),
        weak=frozenset(lists["weak"]["names"]),
        parts=frozenset(cues["parts"]),
        contrast=frozenset(cues["contrast"]),
        speech=frozenset(cues["speech"]),
        weights=cast("Mapping[str, float]", comparability["weights"]),
        outlets=frozenset(lists["outlets"]["endings"]) | {form for form in known() if " " not in form},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The lexemes of a passage; those of the figure are `start` to `stop`, those of its sentence `first` to `last`."""

    parts: Sequence[Lexeme]
    start: int
    stop: int
    first: int
    last: int

    @property
    def sentence(self) -> Sequence[Lexeme]:
        """The lexemes of the sentence."""
        return self.parts[self.first : self.last]

    def near(self, reach: int) -> Sequence[Lexeme]:
        """The lexemes of the sentence at most so far from the figure."""
        return self.parts[max(self.first, self.start - reach) : min(self.last, self.stop + reach)]

    def before(self, reach: int) -> Sequence[Lexeme]:
        """The lexemes of the sentence just before the figure."""
        return self.parts[max(self.first, self.start - reach) : self.start]

    def after(self, reach: int) -> Sequence[Lexeme]:
        """The lexemes just after the figure."""
        return self.parts[self.stop : self.stop + reach]


def spot(parts: Sequence[Lexeme], figure: Figure) -> Spot:
    """Where a figure of this passage stands."""
    start = bisect_right(parts, figure.span.start, key=lambda part: part.end)
    stop = bisect_left(parts, figure.span.end, key=lambda part: part.start)
    first, last = sentence_around(parts, start, stop)
    return Spot(parts=parts, start=start, stop=stop, first=first, last=last)
