"""What a proposition is about, and whether somebody speaks of that."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import words
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.claim import Proposition
from twosource.types.party import Party

# What fewer than one statement in so many says is not what a proposition is about.
_SHARE = 4
# So much in common, and somebody speaks of it; to be called familiar with the matter counts as one thing in common.
_SAME = 2
_KNOWS = re.compile(r"\b(?:familiar|knowledge|briefed|close|involved|aware)\b", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(?:matter|situation|talks|discussions?|negotiations?|plans?|deal|project|thinking|details?|intelligence"
    r"|investigation|inquiry|case|issue|events?|report)\b",
    re.IGNORECASE,
)
_REPORTS = frozenset({"it", "this", "that", "account", "accounts", "idea", "notion", "charge", "charges"})


def names_of(parties: Iterable[Party]) -> frozenset[str]:
    """The content words of the names of parties, and of titles: in one story they tell nothing apart."""
    called = (name for party in parties for name in (party.name, *party.aliases))
    titles = (*words("names", "titles"), *words("names", "before_titles"))
    return frozenset(word for name in (*called, *titles) for word in news().content(name))


@dataclass(frozen=True, slots=True)
class Said:
    """What is attributed, as its content words, and whether its source knows "the matter"."""

    words: frozenset[str]
    is_familiar: bool


def said(attribution: Attribution) -> Said:
    """Reads it off an attribution."""
    citation = attribution.citation
    who = "" if citation.anonymous is None else citation.anonymous.description
    knows = _KNOWS.search(who)
    told = frozenset(news().content(" ".join(part.exact for part in citation.content)))
    return Said(told, knows is not None and _MATTER.search(who, knows.end()) is not None)


class Topic:
    """The content words that enough statements of a proposition share."""

    def __init__(self, proposition: Proposition, names: frozenset[str]) -> None:
        """Leaves the `names` out."""
        statements = proposition.statements
        self._size = len(statements)
        self._count = Counter(word for one in statements for word in set(news().content(one.span.exact)) - names)
        self._about = frozenset(word for word, number in self._count.items() if number * _SHARE >= self._size)

    def is_of(self, told: Said) -> bool:
        """Whether what is attributed is about the same; of a source who knows "the matter" less is asked."""
        return len(self._about & told.words) + told.is_familiar >= _SAME

    def is_stated_in(self, text: str) -> bool:
        """Whether a statement says enough of what the others state."""
        said = set(news().content(text))
        others = self._others(said)
        return len(others & said) >= min(_SAME, len(others))

    def _others(self, said: set[str]) -> set[str]:
        """What enough of the statements beside the one that says this say."""
        return {word for word in self._about if (self._count[word] - (word in said)) * _SHARE >= self._size - 1}

    def is_report_of(self, text: str) -> bool:
        """Whether a statement only mentions reports of what others state: "they will meet over allegations that …"."""
        report = _reports().search(text)
        if report is None or not text[: report.start()].strip():
            return False
        others = self._others(set(news().content(text)))
        before = others & set(news().content(text[: report.start()]))
        return len(before) < min(_SAME, len(others))


@cache
def _reports() -> re.Pattern[str]:
    nouns = "|".join(sorted(set(words("denial", "objects")) - _REPORTS))
    return re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)
