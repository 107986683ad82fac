"""Sentences of a series: told of another year, quarter or round, so that what they count may well differ."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.lexicon import mapping
from twosource.text.lexemes import Lexeme
from twosource.text.words import stem
from twosource.types.figure import Time

_YEAR, _MONTH, _PART = re.compile(r"\d{4}"), re.compile(r"(?:\d{4}|XXXX)-(\d\d)"), re.compile(r"[QH]\d\Z")
_TOTAL = re.compile(
    r"\b(?:so far|to date|in all|in total|altogether|since then|now (?:has|have|had)|total(?:s|led|ling)? of)\b"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a sentence in a series: years in its words, months without a day, parts of a year, ordinals.

    `ordinals` are the number words with the noun that they count ("second quarter"), `days` the days that it names;
    `total`: it tells of all so far.
    """

    years: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    ordinals: frozenset[tuple[str, str]] = frozenset()
    days: tuple[Time, ...] = ()
    total: bool = False

    def is_apart(self, other: "Place") -> bool:
        """Whether both name a member of one series, and no common one."""
        pairs = ((self.years, other.years), (self.months, other.months), (self.parts, other.parts))
        if any(one and two and one.isdisjoint(two) for one, two in pairs):
            return True
        counted = {noun for _, noun in self.ordinals} & {noun for _, noun in other.ordinals}
        return any(self.counted(noun).isdisjoint(other.counted(noun)) for noun in counted)

    def counted(self, noun: str) -> set[str]:
        """The ordinals before this noun."""
        return {ordinal for ordinal, counted in self.ordinals if counted == noun}

    def is_on_other_days(self, other: "Place") -> bool:
        """Whether both name days, and none of the one may be one of the other."""
        return bool(self.days and other.days) and all(_exclude(one, two) for one in self.days for two in other.days)


NOWHERE = Place()


def place_of(sentence: Sequence[Lexeme], times: Iterable[Time]) -> Place:
    """The place of a sentence, from its words and the times in it."""
    told = [time for time in times if time.type in ("DATE", "TIME")]
    plain = [time for time in told if _YEAR.search(time.span.exact)]
    return Place(
        years=frozenset(year for time in plain for year in _YEAR.findall(time.span.exact)),
        months=frozenset(found[1] for time in told if (found := _MONTH.fullmatch(time.value)) and _is_named(time)),
        parts=frozenset(found[0] for time in told if (found := _PART.search(time.value))),
        ordinals=frozenset(_ordinals(sentence)),
        total=_TOTAL.search(" ".join(part.low for part in sentence)) is not None,
        days=tuple(time for time in told if _DAY.match(time.value) or time.value.startswith("XXXX-WXX-")),
    )


def _is_named(time: Time) -> bool:
    """Whether its own words name the month: not "last month"."""
    return any(part[:1].isupper() for part in time.span.exact.split())


def _ordinals(sentence: Sequence[Lexeme]) -> Iterable[tuple[str, str]]:
    for before, one, two in zip((None, *sentence), sentence, sentence[1:], strict=False):
        counted = before is not None and before.kind == "number"  # "a 30 second film"
        if not counted and one.low in mapping("numbers", "ordinals") and two.kind == "word":
            yield mapping("numbers", "ordinals")[one.low], stem(two.low)


def _exclude(one: Time, two: Time) -> bool:
    if one.moment is not None and two.moment is not None and one.moment.is_known and two.moment.is_known:
        return one.moment.is_disjoint(two.moment)
    return one.value.startswith("XXXX-WXX-") and two.value.startswith("XXXX-WXX-") and one.value[:10] != two.value[:10]
