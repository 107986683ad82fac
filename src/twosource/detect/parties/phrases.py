"""Words that stand for somebody named before: `he`, `it`, `the company`, `the US technology giant`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.lexicon import mapping, words
from twosource.lexicon.grammar import auxiliaries, closed
from twosource.lexicon.names import listed, places
from twosource.lexicon.reporting import verbs
from twosource.text.tokens import Token

Kind = Literal["he", "she", "it", "company"]
_LONGEST = 5
_EXPLETIVE = frozenset(
    {"is", "was", "'s", "it's", "seems", "appears", "takes", "turns", "comes", "makes", "remains", "looks"}
)
_ONE_OF_SEVERAL = frozenset(
    {"first", "second", "third", "only", "new", "newer", "other", "same", "right", "next", "last", "best", "largest"}
    | {"biggest", "smallest", "larger", "smaller", "original", "parent", "rival", "target", "combined", "acquired"}
)
_LINKS = frozenset({"that", "when", "what", "as", "because", "after", "before", "while", "since", ","})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in a sentence: what may stand behind it, and its tokens (half-open)."""

    kind: Kind
    first: int
    stop: int


def phrases(row: Sequence[Token]) -> Iterator[Phrase]:
    """The pronouns and descriptions of a sentence, from left to right; quotations are left out."""
    for place, token in enumerate(row):
        if token.is_quoted:
            continue
        if token.low in {"he", "she"} and not (token.is_capital and place and row[place - 1].is_word):
            yield Phrase("he" if token.low == "he" else "she", place, place + 1)
        elif token.low in {"it", "it's"} and _is_subject(row, place):
            yield Phrase("it", place, place + 1)
        elif token.low == "the" and (stop := _company(row, place)) is not None:
            yield Phrase("company", place, stop)


def _is_subject(row: Sequence[Token], place: int) -> bool:
    """Whether this `it` does something that only a body or a person does, or opens a sentence with a plain verb."""
    following = [token.low for token in row[place + 1 : place + 4]]
    if not following or (row[place].low == "it's" and not following[0].endswith("ing")):
        return False
    if following[0] == "all":
        return False
    adverb = following[0] in closed("adverbs") - {"has", "had"} or following[0].endswith("ly")
    verb = following[1] if adverb and len(following) > 1 else following[0]
    if row[place].low == "it's" or (verb in {"is", "was"} and following[-1].endswith("ing")):
        return place == 0 or row[place - 1].low in _LINKS
    acts = verb in verbs() and verb not in {"claimed", "said"}
    if acts and (place == 0 or row[place - 1].low in _LINKS):
        return True
    return (
        place == 0
        and verb not in _EXPLETIVE | closed("be")
        and (verb in closed("verbs") or verb in closed("have") or (verb.endswith("s") and verb not in closed("modals")))
    )


def _company(row: Sequence[Token], place: int) -> int | None:
    """Where `the company`, `the US technology giant` ends; None where it says which company it means."""
    for at in range(place + 1, min(len(row), place + 1 + _LONGEST)):
        token = row[at]
        if (
            token.bare in words("people", "companies")
            and not token.is_capital
            and _ends(row, at, plain=at == place + 1)
        ):
            return at + 1
        if not token.is_word or token.is_possessive or not _describes(token):
            return None
    return None


def _describes(token: Token) -> bool:
    """Whether it may stand within a description: a plain word, or the name of a nation or place."""
    known = places() | listed("neither")
    other = closed("prepositions") | closed("determiners") | _ONE_OF_SEVERAL
    return token.low in known if token.is_capital else token.low not in other


def _ends(row: Sequence[Token], at: int, *, plain: bool) -> bool:
    """Whether the noun ends its phrase, and nothing after it says which one is meant."""
    if row[at].is_possessive or at + 1 >= len(row):
        return True
    following = row[at + 1]
    if following.low in {"of", "that", "which", "who", "whose", "behind"} or (
        following.is_capital and row[at].low != "company"
    ):
        return False
    if following.low.endswith("ed") and at + 2 < len(row) and row[at + 2].low in {"by", "to", "as"}:
        return False
    if (plain and row[at].low == "company") or not following.is_word:
        return True
    if following.low.endswith("ed") or following.low in mapping("irregular", "past"):
        return True
    linking = closed("prepositions") | closed("verbs") | {"and", "or", "but"}
    return following.low in auxiliaries() | linking | set(verbs())
