"""The word tables that the grammar of times reads, and what it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from twosource.text.figures.tables import FigureTables, figure_tables
from twosource.types.figure import TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTables:
    """Word lists of one language, in lower case; see `lexicon/data/times.toml`.

    `opens` are the words and signs with which a time can start; each time holds a number or one of `cores`.
    `hedges` bound a length that starts with a number or one of `amounts`. `part_starts`, `vague_starts` and
    `holiday_starts` are the first words of the phrases in `parts_of`, in `vague` and of the holidays. `ahead` and
    `behind` tell the tense.
    """

    numbers: FigureTables
    months: Mapping[str, str]
    doubtful_months: Mapping[str, str]
    weekdays: Mapping[str, str]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    holidays: Mapping[str, str]
    feasts: Mapping[str, str]
    units: Mapping[str, str]
    quarters: Mapping[str, str]
    vague: Mapping[str, str]
    parts_of: Mapping[str, str]
    name_words: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    opens: frozenset[str]
    cores: frozenset[str]
    part_starts: frozenset[str]
    vague_starts: frozenset[str]
    holiday_starts: frozenset[str]
    hedges: frozenset[str]
    ahead: frozenset[str]
    behind: frozenset[str]
    amounts: frozenset[str]

    def month(self, word: str) -> str:
        """The number of a month, "01" to "12"; "" if the word is none."""
        return self.months.get(word) or self.doubtful_months.get(word) or ""

    def unit(self, word: str) -> str:
        """The ISO letter of a unit in the singular or the plural; "" if the word is none."""
        return self.units.get(word) or (self.units.get(word[:-1], "") if word.endswith("s") else "")


def time_tables(
    mapping: Callable[[str, str], Mapping[str, str]], words: Callable[[str, str], tuple[str, ...]]
) -> TimeTables:
    """The tables, from functions that give a table of strings or a list of words by file and key."""
    names = (
        "months",
        "doubtful_months",
        "weekdays",
        "seasons",
        "holidays",
        "feasts",
        "units",
        "quarters",
        "vague",
        "parts_of",
    )
    starts = {word.split()[0] for name in names for word in mapping("times", name)}
    plurals = {f"{unit}s" for name in ("units", "weekdays") for unit in mapping("times", name)}
    starts |= set(mapping("numbers", "ordinals"))
    told = ("months", "doubtful_months", "weekdays", "seasons", "parts", "holidays", "feasts", "units", "vague")
    named = {word for name in told for phrase in mapping("times", name) for word in phrase.split()}
    known = named | {f"{word}s" for word in named} | set(words("time_words", "cores"))
    cores = (known - set(words("figures", "stops"))) | (named & {"now", "may"})
    return TimeTables(
        cores=frozenset(cores),
        part_starts=frozenset(phrase.split()[0] for phrase in mapping("times", "parts_of")),
        vague_starts=frozenset(phrase.split()[0] for phrase in mapping("times", "vague")),
        holiday_starts=frozenset(name.split()[0] for key in ("holidays", "feasts") for name in mapping("times", key)),
        hedges=frozenset(words("time_words", "hedges")),
        ahead=frozenset(words("time_words", "ahead")),
        behind=frozenset(words("time_words", "behind")),
        amounts=frozenset(mapping("numbers", "cardinals")) | {"a", "an", "half"},
        opens=frozenset(starts | plurals | set(mapping("numbers", "cardinals")) | set(words("time_words", "openers"))),
        numbers=figure_tables(mapping, words),
        months=mapping("times", "months"),
        doubtful_months=mapping("times", "doubtful_months"),
        weekdays=mapping("times", "weekdays"),
        seasons=mapping("times", "seasons"),
        parts=mapping("times", "parts"),
        holidays=mapping("times", "holidays"),
        feasts=mapping("times", "feasts"),
        units=mapping("times", "units"),
        quarters=mapping("times", "quarters"),
        vague=mapping("times", "vague"),
        parts_of=mapping("times", "parts_of"),
        name_words=frozenset(words("time_words", "name_words")),
        prepositions=frozenset(words("time_words", "prepositions")),
        determiners=frozenset(words("time_words", "determiners")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words for a time, as lexemes `start` to `stop`; `reading` is a rule of `twosource.text.calendar`."""

    start: int
    stop: int
    type: TimeType
    value: str | None
    reading: str
