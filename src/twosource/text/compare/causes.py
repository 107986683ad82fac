"""Why something was done, as a report says it: "because of …" behind a verb, "to …" behind a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.lexicon import pattern, word_set
from twosource.text.places import Places
from twosource.text.sentences import sentences
from twosource.text.vocabulary import news
from twosource.types.article import Article
from twosource.types.party import Party
from twosource.types.span import Span

# So many words before "because" tell what is explained, the last few of them say it; a cause says at least so much.
EFFECT, CORE, LEAST = 10, 4, 1
TOGETHER = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.;:!?—–,](?=\s|$)|[”\"]|\b(?:but|while|although|though|which|who|when|after|before)\b")
_PURPOSE = re.compile(r"\b(\w+),?\s+(?:apparently |in order )?(to\s+([a-z]+)\s)")
_REACH = 110


@dataclass(frozen=True, slots=True)
class Cause:
    """The words that say why, what they explain, and whom that names (ids of parties).

    `core` are the words of the effect that stand next to the cause, `effect` all of them, `row` these in their order,
    `about` those of the cause.
    """

    words: Span
    core: frozenset[str]
    effect: frozenset[str]
    about: frozenset[str]
    parties: frozenset[str]
    purpose: bool
    row: tuple[str, ...] = ()


def causes(article: Article, mentions: Places[Party]) -> Iterator[Cause]:
    """What a report gives a reason for: acts with their causes, meetings with their purposes."""
    for sentence in sentences(article, "headline", "subhead", "body"):
        yield from _because(article, sentence, mentions)
        yield from _meant(article, sentence, mentions)


def _because(article: Article, sentence: Span, mentions: Places[Party]) -> Iterator[Cause]:
    text = sentence.exact
    for match in pattern("causes", "because").finditer(text):
        before = list(_WORD.finditer(text[: match.start()]))[-EFFECT:]
        if not before:
            continue
        effect = article.span(sentence.start + before[0].start(), sentence.start + match.start())
        yield from _cause(article, sentence, (match.start(), match.end(), _stop(text, match.end())), effect, mentions)


def _stop(text: str, place: int) -> int:
    end = _END.search(text, place)
    return end.start() if end else len(text)


def _cause(
    article: Article, sentence: Span, places: tuple[int, int, int], effect: Span, mentions: Places[Party]
) -> Iterator[Cause]:
    start, told, end = places
    text = sentence.exact[:end].rstrip()
    about, words = news().content(text[told:]), news().content(effect.exact)
    if len(about) >= LEAST:
        yield Cause(
            words=article.span(sentence.start + start, sentence.start + len(text)),
            core=frozenset(words[-CORE:]),
            effect=frozenset(words),
            about=frozenset(about),
            parties=frozenset(party.id for party in mentions.within(effect)),
            purpose=False,
            row=tuple(words),
        )


def _meant(article: Article, sentence: Span, mentions: Places[Party]) -> Iterator[Cause]:
    """Meetings of two or more, with what they are for."""
    text = sentence.exact
    present = frozenset(party.id for party in mentions.within(sentence) if party.kind == "person")
    if len(present) < TOGETHER:
        return
    for match in pattern("causes", "meetings").finditer(text):
        purposes = _PURPOSE.finditer(text, match.end() - len(match.group().split()[-1]), match.end() + _REACH)
        found = next((one for one in purposes if _is_purpose(one)), None)
        if found is not None:
            end = _stop(text, found.start(2))
            about = news().content(text[found.start(2) : end])
            if len(about) >= LEAST:
                words = article.span(sentence.start + found.start(2), sentence.start + len(text[:end].rstrip()))
                yield Cause(words, frozenset(), frozenset(), frozenset(about), present, purpose=True)
            return


def _is_purpose(found: re.Match[str]) -> bool:
    """Whether what begins with "to" is no object of the word before it, and begins with a verb."""
    return found[1].lower() not in word_set("causes", "objects") and found[3] not in word_set("causes", "nouns")


def is_of_one(one: Cause, two: Cause, names: frozenset[str]) -> bool:
    """Whether the two explain one act of one party, or one meeting of the same people."""
    both = one.parties & two.parties
    if one.purpose != two.purpose:
        return False
    if one.purpose:
        return len(both) >= TOGETHER
    shared = (one.core & two.effect | two.core & one.effect) - names
    return bool(both and shared) and (len(shared) > 1 or not _have_two_objects(one, two, shared, names))


def _have_two_objects(one: Cause, two: Cause, shared: frozenset[str], names: frozenset[str]) -> bool:
    """Whether what was done was done to two things: "cancelled the trip", "cancelled the contract"."""
    ours, theirs = (_object(cause, shared) - names for cause in (one, two))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _object(cause: Cause, shared: frozenset[str]) -> set[str]:
    """The words behind the one that both hold."""
    first = next((place for place, word in enumerate(cause.row) if word in shared), len(cause.row))
    return {*cause.row[first + 1 :]} - shared
