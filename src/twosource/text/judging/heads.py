"""Which of its first sentences the headline of a report shortens."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from twosource.lexicon import mapping, words
from twosource.lexicon.names import listed
from twosource.text.judging.named import capitalised
from twosource.text.judging.traits import traits
from twosource.text.passages import Passage
from twosource.text.places import by_article
from twosource.text.vocabulary import news
from twosource.text.words import words as words_of

# A headline shortens one of so many first sentences.
_FIRST = 3
# It shares this part of its own words with it, or this one if that includes its first, and this part of its names. If
# it shares the first, which mostly tells the deed, and all names, so many at least, who does it to whom is the same.
_SHARE, _WITH_FIRST, _NAMES, _MANY_NAMES = 0.7, 0.4, 0.5, 2
# So many words in common, names among them, are not yet chance.
_LEAST = 3
# Who denies, or is silent, does not tell the same as who does not.
_APART = frozenset({"denial", "negation", "silence"})
# Words of doubt and plans, which a headline leaves out, or puts in.
_LIGHT = ("hedge", "ahead", "settled")


class Heads:
    """Compares headlines with first sentences, past forms and nouns of a deed with its verb: "chosen", "decision"."""

    def __init__(self, found: Sequence[Passage], ranks: Sequence[int]) -> None:
        """`ranks` tells of each passage how many sentences stand before it; a headline has 0."""
        self._found, self._ranks = found, ranks
        body = (passage.span.exact for passage, rank in zip(found, ranks, strict=True) if rank)
        self._plain = frozenset(words("stopwords", "english")) | listed("titles") | listed("before_titles")
        self._names = capitalised(body)
        light = (word for cue in _LIGHT for word in words("relations", "cues", cue))
        self._light = frozenset(key for word in light for key in news().content(word))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The places of a headline and of the sentence that it shortens, or of what that sentence cites."""
        near = (place for place, rank in enumerate(self._ranks) if rank <= _FIRST)
        for places in by_article(near, lambda place: self._found[place].span.article).values():
            for head in (place for place in places if not self._ranks[place]):
                shares = ((self._share(head, place), -place) for place in places if self._ranks[place])
                share, place = max(shares, default=(0.0, 0))
                if share:
                    yield head, -place

    def _share(self, head: int, lead: int) -> float:
        """Which part of a headline's own words a sentence has; 0 if that is too little to tell the same."""
        one, other = self._found[head].span.exact, self._found[lead].span.exact
        if not _APART.isdisjoint(traits(one).cues ^ traits(other).cues):
            return 0.0
        told, others = self._told(one), frozenset(self._told(other))
        own, names = ([key for key in told if (key in self._names) is is_name] for is_name in (False, True))
        if not own or len(others.intersection(told)) < _LEAST or _part(names, others) < _NAMES:
            return 0.0
        share, is_first = _part(own, others), own[0] in others
        if is_first and len(set(names)) >= _MANY_NAMES and _part(names, others) == 1:
            return share
        return share if share >= (_WITH_FIRST if is_first else _SHARE) else 0.0

    def _told(self, text: str) -> list[str]:
        """The content of a passage in its order, without titles, doubt and plans."""
        said = (word for word in words_of(text) if word not in self._plain)
        return [key for word in said for key in _key(word) if key not in self._light]


def _key(word: str) -> tuple[str, ...]:
    """The content of a word, or of the verb that it is a form of: a concept itself stays so."""
    found = news().content(word)
    is_concept = any(key.startswith("~") for key in found)
    return found if is_concept else news().content(_bases().get(word, word))


@cache
def _bases() -> dict[str, str]:
    return mapping("irregular", "past") | mapping("irregular", "nouns")


def _part(keys: Sequence[str], others: AbstractSet[str]) -> float:
    """Which part of these others have; all of none."""
    told = frozenset(keys)
    return len(told & others) / len(told) if told else 1.0
