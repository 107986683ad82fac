"""Whether a plain negation denies what a claim states: the same deed, of the same party, at its time."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from twosource.lexicon import mapping, word_set, words
from twosource.lexicon.grammar import closed
from twosource.text.negations import Negation, Time, is_past, negations
from twosource.text.vocabulary import news
from twosource.text.words import stem
from twosource.types.party import Party

# What fewer than one statement in so many says is not what the claim is about.
_SHARE = 4
# So many words of its own behind a preposition, and the negation may be of something else.
_OWN = 2
_BEFORE = 6
_MANY = 200
_HANGS = re.compile(r"\b(?:that|which|who|whom|whose|after|because|while|although|though|amid|following)\b")
_WORD = re.compile(r"[$€£]?[^\W_]+(?:['’.&-][^\W_]+)*")
_AHEAD = frozenset({"will", "would", "ll", "plans", "plan", "planned", "planning", "shall", "intends", "set"})
_IS = frozenset({"is", "are", "was", "were", "am", "be", "been"})
# When a negation would be so, and the times of what it may deny: who is not leaving denies that he will leave.
_DENIES: dict[Time, frozenset[str]] = {
    "ahead": frozenset({"ahead", "now"}),
    "behind": frozenset({"behind"}),
    "now": frozenset({"now", "ahead"}),
    "state": frozenset({"ahead", "behind", "now"}),
}


class Term(NamedTuple):
    """A word, and its content: a stem or concept; empty where it has none. `direct`: no preposition stands before."""

    word: str
    key: str
    is_name: bool
    direct: bool


class Refuted:
    """Tells whether words plainly say no to what some statements state."""

    def __init__(self, stated: Sequence[str], parties: Iterable[Party]) -> None:
        """Takes the statements of one claim, and the parties whom they name."""
        self._stated = stated[:: 1 + len(stated) // _MANY]
        heads = [_HANGS.split(text, maxsplit=1)[0] for text in self._stated]
        count = Counter(key for text in heads for key in set(_keys(text)))
        self._core = {key for key, number in count.items() if number * _SHARE >= len(heads)}
        self._about = {key for text in self._stated for key in _keys(text)}
        called = {word for party in parties for name in (party.name, *party.aliases) for word in _stems(name)}
        self._names = called | {word for text in self._stated for word in _stems(text)}

    def by(self, text: str, *, concerned: bool, may_foretell: bool) -> tuple[int, int] | None:
        """The sentence (code points of the text) that denies it; None where none does.

        `concerned`: who says so is of the claim, and "he" may be the one of whom it tells. `may_foretell`: words of him
        about what will not be are more than a guess.
        """
        for negation in negations(text):
            outer = concerned or may_foretell
            if (negation.time != "ahead" or outer) and self._is_denied(negation, concerned=concerned):
                return negation.start, negation.end
        return None

    def names(self, words_: str) -> bool:
        """Whether the claim has all the content of these words for somebody: "the council"."""
        keys = set(_keys(words_))
        return bool(keys) and keys <= self._about

    def _is_denied(self, negation: Negation, *, concerned: bool) -> bool:
        subject, said = list(_terms(negation.subject)), list(_terms(negation.said))
        light = word_set("denial", "light") | word_set("denial", "anybody")
        telling = [one for one in said if one.key and not (one.is_name or one.word in light or _counts(one))]
        if negation.said.strip() and not negation.subject.strip(" \"“'‘") and negation.time == "behind":
            subject = telling[:1]  # no deal was reached
        head = next(iter(telling), None)
        if head is None or head.key not in self._core or not self._is_of_it([*subject, *said]):
            return False
        own = [one for one in telling if one.key not in self._about]
        if any(one.direct for one in own) or len(own) > _OWN or not self._is_in_time(head.key, negation.time):
            return False
        if negation.time == "state" and not head.direct and not self._has(said, head):
            return False
        return self._is_of_party(subject, said, telling, concerned=concerned)

    def _is_of_it(self, terms: Sequence[Term]) -> bool:
        """Whether the names, numbers and times of a negation are those of the claim."""
        fixed = closed("weekdays") | closed("months") | closed("times")
        return all(stem(one.word) in self._names for one in terms if one.is_name or one.word in fixed or _counts(one))

    def _is_of_party(
        self, subject: Sequence[Term], said: Sequence[Term], telling: Sequence[Term], *, concerned: bool
    ) -> bool:
        """Whether it is told of whom the claim tells: somebody named, or "he" in the words of one of them."""
        named = any(one.is_name for one in subject)
        nouns = [one for one in subject if one.key and not one.is_name and one.key not in _plain()]
        shared = {one.key for one in (*nouns, *telling) if one.key in self._about}
        if nouns and not named and not any(one.key in self._about for one in nouns):
            return False
        if concerned:
            return True
        by_name = named or any(one.is_name for one in said)
        if not by_name:  # no pupils had been expelled, the school said
            return len(shared) > 1 and all(one.key in self._about for one in telling) and bool(nouns)
        return len(shared) > 1 or named or not nouns

    def _has(self, said: Sequence[Term], head: Term) -> bool:
        """Whether a statement has the head after the same word: "in talks", not "under investigation"."""
        pair = " ".join(one.word for one in said[: said.index(head) + 1][-2:])
        return any(f" {pair}" in text.lower() for text in self._stated)

    def _is_in_time(self, head: str, time: Time) -> bool:
        told = Counter(found for text in self._stated for found in _times(text, head) if found)
        fitting = sum(number for found, number in told.items() if found in _DENIES[time])
        return not told or fitting * _SHARE >= sum(told.values())


def _counts(term: Term) -> bool:
    return term.word[-1].isdigit() or term.word[0] in "$€£" or term.word in word_set("denial", "counts")


@cache
def _plain() -> frozenset[str]:
    return frozenset(key for word in words("denial", "plain", "words") for key in news().content(word))


def _keys(text: str) -> list[str]:
    return [term.key for term in _terms(text) if term.key]


def _stems(text: str) -> list[str]:
    return [stem(one.word) for one in _terms(text)]


def _terms(text: str) -> Iterator[Term]:
    """The words of a text in their order."""
    direct = True
    for match in _WORD.finditer(text.replace("[", "").replace("]", "")):
        word = match[0].removesuffix("'s").removesuffix("’s")
        low = word.lower().replace("’", "'")
        direct = direct and low not in closed("prepositions")
        key = next(iter(news().content(mapping("irregular", "past").get(low, word))), "")
        is_name = bool(key) and len(word) > 1 and word != word.lower() and low not in word_set("denial", "anybody")
        yield Term(low, key, is_name, direct)


def _times(text: str, head: str) -> Iterator[str]:
    """When a statement has it that the deed of this key is done: ahead, behind, now; empty where that is untold."""
    terms = list(_terms(text))
    for place, term in enumerate(terms):
        if term.key == head:
            yield _time_at([one.word for one in terms[max(0, place - _BEFORE) : place]], term.word)


def _time_at(before: Sequence[str], word: str) -> str:
    near = before[-3:]
    if word.endswith("ing") and _IS & set(near):
        return "now"
    if _AHEAD & set(near) or near[-1:] == ["to"]:
        return "ahead"
    if is_past(word) or any(is_past(one) or one in ("has", "had", "have") for one in near):
        return "behind"
    if _IS & set(near):
        return "now"
    return ""
