"""Other names that a report itself gives: `Orlon Freight (OFT)`, `Orlon Freight, known as Big Green`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.detect.parties.group import Group
from twosource.types.party import Mention

_BRACKET = re.compile(r",? \((?:(?:the|formerly|or) |(?:NYSE|NASDAQ|Nasdaq|LON): ?|[\"“])?")
_CALLED = re.compile(
    r",? \(?(?:(?:also|better|formerly|commonly|popularly|once|widely|often) )?(?:known|referred to) (?:simply )?as "
    r"(?:the )?[\"“]?"
)
_LONGEST = 60
_BODIES = frozenset({"organization", "publication"})


def joined(groups: Sequence[Group], texts: Mapping[str, str]) -> list[Group]:
    """The groups, those of which a report says that they are one brought together; `texts` by the reports' ids."""
    owner = {id(mention): group for group in groups for mention in group.mentions}
    into: dict[int, Group] = {}
    for one, other in _named_again(groups, texts):
        first, second = _last(owner[id(one)], into), _last(owner[id(other)], into)
        if first is not second:
            into[id(second)] = first
            first.mentions += second.mentions
    kept = [group for group in groups if id(group) not in into]
    for group in kept:
        group.mentions.sort(key=lambda mention: mention.span)
    return kept


def _last(group: Group, into: Mapping[int, Group]) -> Group:
    while id(group) in into:
        group = into[id(group)]
    return group


def _named_again(groups: Sequence[Group], texts: Mapping[str, str]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of names that stand side by side, and between which the report says that they name one."""
    held = sorted((mention for group in groups for mention in group.mentions), key=lambda mention: mention.span)
    for one, other in pairwise(held):
        text = texts.get(one.span.article, "")
        if one.span.article != other.span.article or not 0 < other.span.start - one.span.end < _LONGEST:
            continue
        same = one.kind == other.kind or {one.kind, other.kind} <= _BODIES
        if same and _is_said(one, other, text):
            yield one, other


def _is_said(one: Mention, other: Mention, text: str) -> bool:
    between = text[one.span.end : other.span.start]
    closes = text[other.span.end : other.span.end + 1] == ")"
    return bool(
        _CALLED.fullmatch(between) or (closes and _BRACKET.fullmatch(between) and _abbreviates(other.name, one.name))
    )


def _abbreviates(short: str, name: str) -> bool:
    """Whether capitals stand in a name's letters in this order, from its first on: MSFT, Microsoft."""
    letters = short.replace(".", "")
    if not (letters.isupper() and letters.isalpha() and letters[0] == name[:1].upper()):
        return False
    rest = iter(name.upper())
    return all(letter in rest for letter in letters)
