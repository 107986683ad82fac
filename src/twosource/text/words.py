"""Words reduced to what they share with other words of one meaning: stems and concepts, without function words."""

import re
from collections.abc import Mapping
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_POSSESSIVE = ("'s", "’s")
_KEPT = 8192
"""Passages whose words, and content, are kept: a dozen detectors ask for that of each sentence."""
_stemmer = snowballstemmer.stemmer("english")


def words(text: str) -> list[str]:
    """The words of a text in lower case, without possessive endings; the country US does not become the pronoun."""
    return list(_words(text))


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> tuple[str, ...]:
    bare = (word[:-2] if word.endswith(_POSSESSIVE) else word for word in _WORD.findall(text))
    return tuple("usa" if word == "US" else word.lower().replace("’", "'") for word in bare)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case English word (Porter's second algorithm, as Snowball has it)."""
    return str(_stemmer.stemWord(word))


class Vocabulary:
    """Which words carry no content, and which stand for one concept."""

    def __init__(self, stopwords: tuple[str, ...], concepts: Mapping[str, tuple[str, ...]]) -> None:
        """`concepts` maps a concept's name to its words, in any form: they are stemmed here."""
        self._stopwords = frozenset(stopwords)
        self._concepts = {stem(word): f"~{name}" for name, group in concepts.items() for word in group}
        self._known = lru_cache(maxsize=_KEPT)(self._content)

    def content(self, text: str) -> tuple[str, ...]:
        """The content of a text: stems, or the concepts that they stand for (with a leading ~), in its order."""
        return self._known(text)

    def _content(self, text: str) -> tuple[str, ...]:
        stems = (stem(word) for word in words(text) if word not in self._stopwords)
        return tuple(self._concepts.get(found, found) for found in stems)
