"""What a proposition is about, and whether somebody speaks of that."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import words
from twosource.text.chains.likely import is_familiar
from twosource.text.kin import ties
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.claim import Proposition
from twosource.types.party import Party

# What fewer than one statement in so many says is not what a proposition is about.
_SHARE = 4
# So much in common, and somebody speaks of it; to be called familiar with the matter counts as one thing in common.
_SAME = 2
# What a proposition is about is said with the words that come first among those which its statements share.
_FIRST = 2
_REPORTS = frozenset({"it", "this", "that", "account", "accounts", "idea", "notion", "charge", "charges"})


def names_of(parties: Iterable[Party]) -> frozenset[str]:
    """The content words of the names of parties, and of titles: in one story they tell nothing apart.

    A concept is no name, even where some party is called by a word for it ("Detention Centre").
    """
    called = (name for party in parties for name in (party.name, *party.aliases))
    titles = (*words("names", "titles"), *words("names", "before_titles"))
    found = (word for name in (*called, *titles) for word in news().content(name))
    return frozenset(word for word in found if not word.startswith("~"))


def content(text: str) -> set[str]:
    """The content words of a text, ties of a family by their kind: reports call one child a son, a daughter, a boy."""
    return {_ties().get(word, word) for word in news().content(text)}


@cache
def _ties() -> dict[str, str]:
    return {key: f"~{tie.kind}" for word, tie in ties().items() for key in news().content(f"{word} ex-{word}")}


@dataclass(frozen=True, slots=True)
class Said:
    """What is attributed, as its content words, and whether its source knows "the matter"."""

    words: frozenset[str]
    is_familiar: bool


def said(attribution: Attribution) -> Said:
    """Reads it off an attribution."""
    citation = attribution.citation
    told = frozenset(content(" ".join(part.exact for part in citation.content)))
    return Said(told, citation.anonymous is not None and is_familiar(citation.anonymous.description))


class Topic:
    """The content words that enough statements of a proposition share; a daughter and a child are one word."""

    def __init__(self, proposition: Proposition, names: frozenset[str]) -> None:
        """Counts the `names` apart."""
        told = [content(one.span.exact) for one in proposition.statements]
        self._size = len(told)
        self._count = Counter(word for said in told for word in said - names)
        self._about = frozenset(word for word, number in self._count.items() if number * _SHARE >= self._size)
        named = Counter(word for said in told for word in said & names)
        most = {word for word, number in named.items() if number * 2 >= self._size}
        self._named = content(proposition.text) & most or most

    def is_of(self, told: Said) -> bool:
        """Whether what is attributed is about the same; of a source who knows "the matter" less is asked."""
        return len(self._about & told.words) + told.is_familiar >= _SAME

    def is_stated_in(self, text: str) -> bool:
        """Whether a statement says enough of what the others state, with one of the words that come first in them."""
        said = content(text)
        others = self._others(said)
        first = _SAME if len(others) > _FIRST else 1
        return not others or (len(others & said) >= first and not said.isdisjoint(self._foremost(others, said, first)))

    def is_asserted_in(self, text: str) -> bool:
        """Whether a sentence states it by itself: it names what most statements name, too.

        Where the statements share nothing but names, no words show what they assert.
        """
        said = content(text)
        is_named = not self._named or not said.isdisjoint(self._named)
        return is_named and bool(self._others(said)) and self.is_stated_in(text)

    def is_whole_in(self, text: str) -> bool:
        """Whether a sentence that states it by itself has more than half of what at least half of the others say."""
        said = content(text)
        most = {word for word in self._others(said) if 2 * (self._count[word] - (word in said)) >= self._size - 1}
        return self.is_asserted_in(text) and 2 * len(most & said) >= len(most) + bool(most)

    def _foremost(self, others: set[str], said: set[str], first: int) -> set[str]:
        """The words of the `first` places among those of the others."""
        count = {word: self._count[word] - (word in said) for word in others}
        ranked = sorted(count.values(), reverse=True)[:first]
        return {word for word, number in count.items() if number >= ranked[-1]}

    def _others(self, said: set[str]) -> set[str]:
        """What enough of the statements beside the one that says this say."""
        return {word for word in self._about if (self._count[word] - (word in said)) * _SHARE >= self._size - 1}

    def is_report_of(self, text: str) -> bool:
        """Whether a statement only mentions reports of what others state: "they will meet over allegations that …"."""
        report = _reports().search(text)
        if report is None or not text[: report.start()].strip():
            return False
        others = self._others(content(text))
        before = others & content(text[: report.start()])
        return len(before) < min(_SAME, len(others))


@cache
def _reports() -> re.Pattern[str]:
    nouns = "|".join(sorted(set(words("denial", "objects")) - _REPORTS))
    return re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)
