"""Words that evaluate, from the lexicon of evaluation: alone, in set phrases, and in frames that take any of them."""

import re
from collections.abc import Iterator
from functools import cache

from twosource.lexicon import frames, pattern, word_set

_TABLE = "evaluation"
_WORD = re.compile(r"[a-zü](?:[\w'’-]*\w)?", re.IGNORECASE)
_NEXT = re.compile(r"\s([a-z][\w-]*)", re.IGNORECASE)
_LOOKING = re.compile("-(?:looking|sounding|feeling|seeming)$")
_SHORTEST = 4
_NEAR = 30
Place = tuple[int, int]


def colouring(text: str) -> Iterator[Place]:
    """Where words colour, whoever is reported: exaggeration, drama, images, adverbs with what they exaggerate."""
    for word in _WORD.finditer(text):
        low = word[0].lower()
        if low in word_set(_TABLE, "colouring"):
            yield word.span()
        elif low in word_set(_TABLE, "hyper") and (after := _NEXT.match(text, word.end())) and _has_content(after[1]):
            yield word.start(), after.end()
    for key in ("verbs", "idioms", "loads"):
        yield from (match.span() for match in pattern(_TABLE, key).finditer(text))


def evaluating(text: str) -> Iterator[Place]:
    """Where words judge, by whoever says them: adjectives that only judge, and frames that take others too."""
    for word in _WORD.finditer(text):
        if word[0].lower() in word_set(_TABLE, "judging") and not _is_reported(text, word.start()):
            yield word.span()
    yield from (match.span() for match in _open(text, "open_loads") if not _is_reported(text, match.start()))


def frames_of_opinion(text: str) -> Iterator[re.Match[str]]:
    """Frames in which a sentence judges, in no order."""
    for match in (*pattern(_TABLE, "frames").finditer(text), *_open(text, "open_frames")):
        if not _is_reported(text, match.start()):
            yield match


def evaluates(text: str) -> bool:
    """Whether any word of a sentence colours or judges, or can judge in a frame."""
    low = {word[0].lower() for word in _WORD.finditer(text)}
    lists = ("judging", "mild", "hyper", "colouring")
    return any(not low.isdisjoint(word_set(_TABLE, key)) for key in lists)


def exclaims(sentence: str) -> bool:
    """Whether the writer of these words cries out, and does not only ask for something."""
    words = sentence.split()
    return (
        sentence.endswith("!")
        and len(words) >= _SHORTEST
        and words[-1][0].islower()
        and pattern(_TABLE, "promoting").match(sentence) is None
    )


def _open(text: str, key: str) -> Iterator[re.Match[str]]:
    """Matches of frames with an open place, where a word stands in it that can judge."""
    for frame in frames(_TABLE, key):
        for match in frame.finditer(text):
            if all(word is None or _judges(word.lower()) for word in match.groups()):
                yield match


def _judges(word: str) -> bool:
    known = _judging_words()
    return word in known or (_LOOKING.search(word) is not None and _LOOKING.sub("", word) in known)


@cache
def _judging_words() -> frozenset[str]:
    return word_set(_TABLE, "mild") | word_set(_TABLE, "judging")


def _is_reported(text: str, place: int) -> bool:
    """Whether the last words before a place say that somebody thinks or says what follows."""
    before = text[max(place - _NEAR, 0) : place].rstrip()
    return any(match.end() == len(before) for match in pattern(_TABLE, "reported").finditer(before))


def _has_content(word: str) -> bool:
    return word.lower() not in word_set("stopwords", "english")
