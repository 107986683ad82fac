"""Turning down: whether it is words that are dismissed or rejected, or people, offers and charges."""

from functools import cache

from twosource.lexicon import word_set
from twosource.lexicon.grammar import auxiliaries, closed, nouns
from twosource.text.nouns import head_of
from twosource.text.rows import LONGEST, Row
from twosource.text.subjects import subject_before
from twosource.text.tokens import Token

_IT = frozenset({"it", "this", "that", "these", "those"})
_REACH = 6  # words between what is dismissed and what it is dismissed as
_LEAD = 12  # words before it, in its clause, that say that a verb of denial stands for nothing done
_PERSONS = closed("objects") - {"it", "them"}


def turns_down_words(row: Row, place: int) -> bool:
    """Whether the verb at this place says that words are wrong; True for a verb that can say nothing else.

    A minister who is dismissed has lost his post, an offer that is rejected is not taken, and charges are dismissed in
    court: none of that denies anything.
    """
    if row[place].low not in word_set("denial", "doubtful"):
        return True
    if (subject := subject_before(row, place)) and head_of(row, subject).bare in word_set("denial", "courts"):
        return False
    if any(row[at].low in closed("be") for at in range(max(0, place - 3), place)):
        return subject is None or _is_saying(head_of(row, subject))
    after = row[place + 1] if place + 1 < len(row) else None
    if after is None or after.is_quoted or after.low in _IT | {"as", ".", ",", ";", "how", "whether"}:
        return True
    head = _object(row, place + 1)
    return head is not None and (_is_saying(row[head]) or _is_called(row, head))


def is_said_of(row: Row, place: int) -> bool:
    """Whether something is said, and nothing denied: a request is refused, somebody is dismissed as “a liar”."""
    head = _object(row, place + 1)
    if head is not None and row[head].bare in word_set("denial", "requests"):
        return True
    after = row[place + 1 : place + 1 + 2 * _REACH]
    called = next((at for at, token in enumerate(after) if token.low == "as"), len(after))
    return any(token.is_quoted for token in after[called:])


def is_withheld(row: Row, place: int) -> bool:
    """Whether the verb of denial at this place tells what nobody did: `refused to deny it`, `whether it denies`."""
    if row[place].low not in word_set("denial", "verbs"):
        return False
    before = [token.low for token in row[max(0, place - _LEAD) : place]]
    clause = before[max((at + 1 for at, low in enumerate(before) if low in {",", ";", "that"}), default=0) :]
    beside = clause[-1:] in (["or"], ["nor"]) and not word_set("denial", "confirming").isdisjoint(clause)
    withheld = clause[-1:] == ["to"] and not word_set("denial", "withholding").isdisjoint(clause)
    return beside or withheld or "whether" in clause


def _object(row: Row, first: int) -> int | None:
    """Where the noun stands that is turned down: the last word before a preposition, a clause or a mark."""
    last = None
    for place in range(first, min(first + LONGEST, len(row))):
        if not row[place].is_word or (place > first and row[place].low in _ends()):
            break
        last = place
    return last


@cache
def _ends() -> frozenset[str]:
    kinds = ("prepositions", "relatives", "subordinators", "coordinators")
    return frozenset({"that"}).union(auxiliaries(), *(closed(kind) for kind in kinds))


def _is_saying(token: Token) -> bool:
    return token.low in _IT or token.bare in word_set("denial", "objects") | word_set("denial", "sayings")


def _is_called(row: Row, head: int) -> bool:
    """Whether a thing, not a person, is called something: "dismissed the inquiry as nonsense"."""
    is_person = row[head].is_capital or row[head].low in _PERSONS or row[head].bare in nouns("persons")
    after = row[head + 1 : head + 1 + _REACH]
    stop = next((at for at, token in enumerate(after) if not token.is_word), len(after))
    return not is_person and any(token.low == "as" for token in after[:stop])
