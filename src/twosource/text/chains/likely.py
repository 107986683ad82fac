"""When two ends may be one: nothing shows then that two sources know a thing independently."""

import re
from functools import cache

from rapidfuzz import fuzz

from twosource.lexicon import table, words
from twosource.text.chains.ends import UNCITED, UNNAMED, VAGUE, Source
from twosource.text.chains.namesakes import may_be_one

# rapidfuzz's token set ratio (0-100) from which two descriptions may be of one group of people: "people familiar with
# the matter" and "people familiar with the talks" are.
_ALIKE = 80
_KNOWS = re.compile(r"\b(?:familiar|knowledge|briefed|close|involved|aware)\b", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(?:matter|situation|talks|discussions?|negotiations?|plans?|deal|project|thinking|details?|intelligence"
    r"|investigation|inquiry|case|issue|events?|report)\b",
    re.IGNORECASE,
)
# Whose sources they are, tells not who they are: "the Ledbury Post's sources".
_WHOSE = re.compile(r"\b(?:[A-Z][\w.&-]*\s+){0,3}[A-Z][\w.&-]*['’]s?(?=\s)")


def are_one(one: Source, other: Source) -> bool:
    """Whether two ends may be one.

    So are two spellings of a person's name, and sources that two outlets describe in the same words. Those who know the
    matter ("people briefed on the talks") are not, whoever else knows it.
    """
    if one.kind == other.kind == "person":
        return may_be_one(one.name, other.name)
    if not (is_vague(one) and is_vague(other)):
        return False
    return _sound_alike(one.name, other.name)


def may_join(one: Source, other: Source) -> bool:
    """Whether two sources without a name may be one: so may any, if one may be anybody."""
    return are_one(one, other) or (is_vague(one) and is_vague(other) and (is_anybody(one) or is_anybody(other)))


def is_vague(end: Source) -> bool:
    """Whether it is a source without a name."""
    return end.key.startswith(VAGUE)


def is_uncited(end: Source) -> bool:
    """Whether it is a source without a name of a report whose outlet nobody cites."""
    return is_vague(end) and end.key.removeprefix(UNNAMED).startswith((UNCITED, *VAGUE))


def is_anybody(end: Source) -> bool:
    """Whether nothing is told of a source, nor to which outlet it spoke, but that of the report."""
    return is_uncited(end) and is_bare(end.name)


def is_familiar(description: str) -> bool:
    """Whether sources are described as those who know "the matter", whatever the matter is."""
    knows = _KNOWS.search(description)
    return knows is not None and _MATTER.search(description, knows.end()) is not None


def is_bare(description: str) -> bool:
    """Whether words for sources tell nothing of them: "several sources"."""
    return all(word in _plain() for word in _words(_WHOSE.sub(" ", description)))


def unranked(description: str) -> str:
    """Without the words before it that tell nothing of sources: "a senior", "two"."""
    said = description.split()
    left = next((at for at, word in enumerate(said) if word.casefold() not in _ranks()), len(said))
    return " ".join(said[left:])


def is_official(description: str) -> bool:
    """Whether words for sources tell only that they are officials: "senior officials"."""
    return all(word in _ranks() for word in _words(description))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]


def _sound_alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(*(name.casefold().replace("’", "'") for name in (one, other))) >= _ALIKE


@cache
def _plain() -> frozenset[str]:
    counts = table("anonymity")["counts"]
    return frozenset((*words("anonymity", "plain"), *(counts if isinstance(counts, dict) else ())))


@cache
def _ranks() -> frozenset[str]:
    """The plain words, and those that tell only that somebody is an official."""
    return _plain() | frozenset(words("anonymity", "official"))
