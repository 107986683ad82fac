"""Rows of tokens, and ranges in them (half-open indices)."""

from collections.abc import Sequence

from twosource.text.tokens import Token

Range = tuple[int, int]
Row = Sequence[Token]
LONGEST = 28
JOINS = frozenset("&/()-")
