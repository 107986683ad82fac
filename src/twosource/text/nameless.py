"""Who goes without a name, and yet is known: "the council", "City hall", "the leader of the brigade"."""

from functools import cache

from twosource.lexicon import word_set
from twosource.lexicon.grammar import closed, nouns, plural
from twosource.text.clauses import sentences_of
from twosource.text.nouns import head_of
from twosource.text.tokens import Token

_LONGEST = 14


def is_body(words: str) -> bool:
    """Whether words describe a body, as an organisation is one."""
    row = _row(words)
    return bool(row) and _head(row).bare in _bodies()


def is_nameless(words: str) -> bool:
    """Whether words for somebody who speaks describe a body, or the one person who holds an office.

    Not a pronoun, a document, a crowd ("supporters"), or a spokesman: his words are those of whom he speaks for.
    """
    row = _row(words)
    if not row or len(row) > _LONGEST or row[-1].is_possessive or any(token.is_quoted for token in row):
        return False
    head = _head(row).bare
    if head in nouns("documents") | word_set("people", "spokes") or row[0].low in closed("subjects"):
        return False
    is_led = row[0].low == "the" or any(token.is_possessive for token in row[:-1])
    return head in _bodies() or (is_led and head in word_set("people", "offices"))


def _row(words: str) -> tuple[Token, ...]:
    rows = sentences_of(words)
    return rows[0] if len(rows) == 1 else ()


def _head(row: tuple[Token, ...]) -> Token:
    return head_of(row, (0, len(row)))


@cache
def _bodies() -> frozenset[str]:
    own = word_set("denial", "bodies") | nouns("organisations")
    return own | frozenset(plural(word) for word in own)
