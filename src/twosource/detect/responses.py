"""Responses: who denies, declines to comment, did not respond, could not verify."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from twosource.lexicon import table, words
from twosource.lexicon.denial import denial_verbs
from twosource.lexicon.grammar import auxiliaries, closed, nouns
from twosource.text.ahead import phrase_after
from twosource.text.clauses import Sentence, told_in
from twosource.text.nouns import can_speak, head_of, is_nobody
from twosource.text.outlets import outlet_at
from twosource.text.rows import Range
from twosource.text.subjects import leading_subject, subject_before
from twosource.text.turned import turns_down_words
from twosource.text.verbs import is_helper
from twosource.types.article import Article, Block
from twosource.types.attribution import Act, Response
from twosource.types.span import Span

_SECTIONS: tuple[tuple[str, Act], ...] = (
    ("declined", "declined_to_comment"),
    ("no_answer", "did_not_respond"),
    ("unverified", "could_not_verify"),
)
_REACH = 6
_SEPARATORS = frozenset({"and", "but", "while", "although", "though", "whereas"})
# "issued another, more forceful denial": who gives it out, at most so many words before.
_FAR = 8


def responses(article: Article) -> Iterator[Response]:
    """Finds answers without content of their own: a denial, `declined to comment`, silence, `could not verify`.

    That a party denied, or was not reached, is part of the story, and readers look for it first. A response holds the
    clause, the words of the answer, the words that name who answers, and the outlet on whose word it rests.

    Missed on purpose: a denial of a clause of its own (`denied that he left`), which is a citation; silence that the
    report only describes (`made no mention of it`); an answer whose party the sentence does not name.
    """
    for block in article.passages("body", "subhead"):
        for row in told_in(article.text[block.start : block.end]):
            for act, cue, party in _answers(row):
                if act == "denies" and is_nobody(" ".join(token.text for token in row[slice(*party)])):
                    continue
                for one in _parties(row, party):
                    yield Response(
                        act=act,
                        words=_span(article, block, row, _clause(row, cue, party)),
                        cue=_span(article, block, row, cue),
                        party=_span(article, block, row, one),
                        relay=_relay(article, block, row, cue, party),
                    )


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Act]]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for section, act in _SECTIONS:
        for phrase in cast("dict[str, list[str]]", table("denial")[section])["phrases"]:
            pieces = tuple(phrase.split())
            found.setdefault(pieces[0], []).append((pieces, act))
    for listed in found.values():
        listed.sort(key=lambda pair: -len(pair[0]))
    return found


def _answers(row: Sentence) -> Iterator[tuple[Act, Range, Range]]:
    taken = 0
    for place, token in enumerate(row):
        if place < taken:
            continue
        match = next((pair for pair in _phrases().get(token.low, ()) if _stands(row, place, pair[0])), None)
        act: Act = match[1] if match else "denies"
        cue = (place, place + (len(match[0]) if match else 1))
        if match is not None:
            party = _subject(row, place)
            taken = cue[1]
        else:
            denies = token.low in denial_verbs() and turns_down_words(row, place)
            party = _denier(row, place) if denies else _issuer(row, place, "denial")
        if party is not None and not (party[1] - party[0] == 1 and row[party[0]].low in {"i", "you"}):
            yield act, cue, party


def _stands(row: Sentence, place: int, phrase: tuple[str, ...]) -> bool:
    return len(row) - place >= len(phrase) and all(row[place + step].low == word for step, word in enumerate(phrase))


def _subject(row: Sentence, place: int) -> Range | None:
    found = subject_before(row, place)
    if found is not None:
        return found
    last = place - 1
    while last >= 0 and is_helper(row, last):
        last -= 1
    return leading_subject(row, 0) if last > 0 and row[last].low in _SEPARATORS and place < 30 else None


def _denier(row: Sentence, place: int) -> Range | None:
    """Who denies a report or the like, as the subject or after `by`; None where the denial has a content of its own."""
    helpers = {row[at].low for at in range(max(0, place - 4), place)}
    following = row[place + 1].low if place + 1 < len(row) else "."
    if following == "by" and helpers & closed("be"):
        return phrase_after(row, place + 2)
    if (
        (place and row[place - 1].low == "to")
        or helpers & (closed("negations") | closed("modals"))
        or (helpers & closed("be") and not row[place].low.endswith("ing"))
    ):
        return None
    if place and row[place - 1].low in closed("determiners") | closed("prepositions"):
        return None
    if not _denies_report(row, place + 1):
        return None
    if row[place].low.endswith("ing"):
        stated = _issuer(row, place - 1, "statement") if place else None
        return leading_subject(row, 0) if place and row[place - 1].low == "," else stated
    return _subject(row, place)


def _issuer(row: Sentence, place: int, noun: str) -> Range | None:
    """Who issues, puts out, repeats the denial, or the statement, that stands at this place."""
    if row[place].low != noun:
        return None
    for at in range(place - 1, max(0, place - _FAR), -1):
        if row[at].low in words("denial", "issues"):
            return _subject(row, at)
        if row[at].low in _SEPARATORS or not (row[at].is_word or row[at].low == ","):
            return None
    return None


def _denies_report(row: Sentence, first: int) -> bool:
    """Whether what follows is a report, a claim, or nothing."""
    if first >= len(row) or row[first].low in {".", ",", ";", "—", "–"}:
        return True
    if row[first].low in {"having", "being", "that", "any", "there"}:
        return False
    found = phrase_after(row, first)
    if found is None:
        return False
    objects = frozenset(words("denial", "objects"))
    return (
        row[first].low in objects - {"that"} or head_of(row, found).bare in objects or row[found[1] - 1].bare in objects
    )


def _clause(row: Sentence, cue: Range, party: Range) -> Range:
    """From who answers, or the clause of a passive, to the next clause.

    What a clause says of the sentence that it hangs on ("…, a claim that Acme denies") is told with that sentence.
    """
    start = min(cue[0], party[0])
    if party[0] > cue[0] or _hangs(row, start):
        start = 0
    stop = max(cue[1], party[1])
    while stop < len(row) and row[stop].low not in {";", "—", "–"}:
        after = row[stop + 1].low if stop + 1 < len(row) else ""
        if row[stop].low == "," and (
            after in _SEPARATORS | closed("relatives")
            or after in {"according", "saying", "adding", "citing", "calling"}
        ):
            break
        stop += 1
    while stop > start and not row[stop - 1].is_word and not row[stop - 1].is_quoted:
        stop -= 1
    return (start, stop)


def _hangs(row: Sentence, start: int) -> bool:
    """Whether the clause takes up a noun before it: `, a claim Acme denies`, `, which Acme denies`."""
    if start and row[start - 1].low == "which":
        return True
    start -= int(start > 0 and row[start - 1].low == "that")
    named = start > 1 and row[start - 1].low in {*words("denial", "objects"), "something"}
    return named and (row[start - 2].low in closed("determiners") or row[start - 2].low == ",")


def _parties(row: Sentence, party: Range) -> list[Range]:
    """Joint parties one by one, where each is a name: `Acme and Bolt`."""
    joint = next((at for at in range(party[0] + 1, party[1] - 1) if row[at].low == "and"), None)
    if joint is None or not (row[joint - 1].is_capital and row[joint + 1].is_capital):
        return [party]
    if any(row[at].low in closed("prepositions") for at in range(*party)) or any(
        row[at].bare in nouns("persons") for at in range(*party)
    ):
        return [party]
    sides = [(party[0] + (row[party[0]].low == "both"), joint), (joint + 1, party[1])]
    return sides if all(can_speak(row, side) for side in sides) else [party]


def _relay(article: Article, block: Block, row: Sentence, cue: Range, party: Range) -> Span | None:
    """The outlet of `according to X`, `told X that it declined`, `X reported that`."""
    for place in range(len(row) - 2):
        if row[place].low == "according" and row[place + 1].low == "to":
            end = outlet_at(row, place + 2)
            if end is not None:
                return _span(article, block, row, (place + 2, end))
    for place in range(cue[1], min(len(row) - 1, cue[1] + _REACH)):
        if row[place].low in {"to", "with", "by"} and row[place - 1].low in {
            "comment",
            "contacted",
            "speak",
            "commented",
        }:
            end = outlet_at(row, place + 1)
            if end is not None and article.outlet is not None and row[place + 1].low not in auxiliaries():
                words_ = _span(article, block, row, (place + 1, end))
                return words_ if words_.exact.lower().removeprefix("the ") not in article.outlet.lower() else None
    del party
    return None


def _span(article: Article, block: Block, row: Sentence, part: Range) -> Span:
    return article.span(block.start + row[part[0]].start, block.start + row[part[1] - 1].end)
