"""What a passage shows by itself: words of denial, of doubt, of plans; its numbers and names."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.lexicon import any_of, table, words
from twosource.lexicon.grammar import closed
from twosource.text.lexemes import lexemes
from twosource.text.likeness import names
from twosource.text.vocabulary import news
from twosource.text.words import stem
from twosource.text.words import words as words_of

_NEGATIONS = frozenset({"not", "never", "no", "neither", "nor", "none", "nobody", "nothing", "without"})
_HELPERS = frozenset({"been", "being", "yet", "have", "has", "had", "a", "the", "to"})
_FAR = 4
_KEPT = 4096
"""Passages whose traits are kept: three detectors ask for those of most."""
_SILENT = ("declined", "no_answer", "unverified")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What tells a passage from another about the same thing.

    `cues` are the names of the lists in lexicon/data/relations.toml of which it has a word, and `negation` and
    `silence`; `numbers` and `names` are words in lower case, `size` counts its words.
    """

    cues: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    size: int
    asks: bool


@lru_cache(maxsize=_KEPT)
def traits(text: str) -> Traits:
    """Reads them off a passage."""
    found = words_of(text)
    stems = {stem(word) for word in found}
    cues = {name for name, listed in _cues().items() if listed & stems}
    if any(word in _NEGATIONS or word.endswith("n't") for word in found):
        cues.add("negation")
    if _silence().search(text):
        cues.add("silence")
    return Traits(
        cues=frozenset(cues),
        numbers=frozenset(word for word in found if word[:1].isdigit()),
        names=_names(text),
        size=len(found),
        asks=text.rstrip("\"'”’) ").endswith("?"),
    )


@lru_cache(maxsize=_KEPT)
def negated(text: str) -> frozenset[str]:
    """The content of what is said not to be so: the word after `not` or `never`, past adverbs and helpers."""
    found = words_of(text)
    after = (place + 1 for place, word in enumerate(found) if word in {"not", "never"} or word.endswith("n't"))
    told = (next((word for word in found[at : at + _FAR] if not _is_between(word)), "") for at in after)
    return frozenset(key for word in told for key in news().content(word))


def _is_between(word: str) -> bool:
    return word.endswith("ly") or word in closed("be") or word in _HELPERS


def _names(text: str) -> frozenset[str]:
    stops = frozenset(words("stopwords", "english"))
    first = next((part for part in lexemes(text) if part.kind == "word"), None)
    leading = {first.low} if first is not None and first.is_capital and first.low not in stops else set()
    return names(text, stops) | leading


@cache
def _cues() -> dict[str, frozenset[str]]:
    listed = table("relations")["cues"]
    if not isinstance(listed, dict):
        message = "cues in lexicon/data/relations.toml is no table"
        raise TypeError(message)
    return {name: frozenset(stem(word) for word in listed[name]) for name in sorted(listed)}


@cache
def _silence() -> re.Pattern[str]:
    phrases = tuple(phrase for key in _SILENT for phrase in words("denial", key, "phrases"))
    return any_of(phrases)
