"""Words, numbers and signs of a passage, with their places."""

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

LexemeKind = Literal["number", "word", "sign"]
SOFT_HYPHEN = "\u00ad"
# Linear: each repeat starts with a character that the one before it cannot take.
PATTERN = re.compile(
    r"(?P<number>\d[\d\u00ad]*+(?:[.,\u00a0\u2009\u202f]\d[\d\u00ad]*+)*+)|(?P<word>[^\W\d_](?:[^\W\d_]|\u00ad)*+)|\S"
)

KINDS: dict[str | None, LexemeKind] = {"number": "number", "word": "word"}


class Lexeme(NamedTuple):
    """A word, a number or a sign; `low` is its text in lower case without soft hyphens.

    `start` and `end` count code points in the whole text; `glued` says that nothing stands between it and the one
    before.
    """

    text: str
    low: str
    start: int
    end: int
    kind: LexemeKind
    glued: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that starts with a capital."""
        return self.kind == "word" and self.text[0].isupper()


@lru_cache(maxsize=2048)
def lexemes(text: str, offset: int = 0) -> tuple[Lexeme, ...]:
    """The lexemes of a passage that starts at `offset` of its text."""
    found = []
    last = -1
    soft, made = SOFT_HYPHEN in text, Lexeme._make
    for match in PATTERN.finditer(text):
        start, end = match.span()
        piece = match[0]
        low = piece.replace(SOFT_HYPHEN, "").lower() if soft else piece.lower()
        kind = KINDS.get(match.lastgroup, "sign")
        found.append(made((piece, low, offset + start, offset + end, kind, start == last)))
        last = end
    return tuple(found)


def low_at(found: Sequence[Lexeme], place: int) -> str:
    """The word at this place in lower case; "" beyond either end."""
    return found[place].low if 0 <= place < len(found) else ""


def text_at(found: Sequence[Lexeme], place: int) -> str:
    """The word at this place as printed; "" beyond either end."""
    return found[place].text if 0 <= place < len(found) else ""


def phrase_at(found: Sequence[Lexeme], place: int, phrases: Container[str], longest: int = 4) -> int:
    """How many lexemes the longest of these phrases takes that starts here; 0 if none does."""
    for length in range(min(longest, len(found) - place), 0, -1):
        if " ".join(part.low for part in found[place : place + length]) in phrases:
            return length
    return 0


def phrase_before(found: Sequence[Lexeme], place: int, phrases: Container[str], longest: int = 5) -> int:
    """How many lexemes the longest of these phrases takes that ends just before this place; 0 if none does."""
    for length in range(min(longest, place), 0, -1):
        if " ".join(part.low for part in found[place - length : place]) in phrases:
            return length
    return 0
