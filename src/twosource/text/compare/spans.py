"""Spans of time that end before they begin: "from 5 May 2016 to 3 May 2016"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.text.compare.dated import Dated
from twosource.text.lexemes import lexemes

BEGINS = {"from": frozenset(("to", "until", "till", "through", "-", "–")), "between": frozenset(("and",))}


def reversed_spans(dated: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """The two ends of each span of which the first comes after the second; both are given with their year."""
    for one, two in pairwise(sorted(dated, key=lambda dated: (dated.article.id, dated.time.span.start))):
        if one.sentence != two.sentence or one.before not in BEGINS:
            continue
        between = one.article.text[one.time.span.end : two.time.span.start]
        parts = [part.low for part in lexemes(between)]
        first, second = one.time.moment, two.time.moment
        if len(parts) == 1 and parts[0] in BEGINS[one.before] and first and second:
            late = first.earliest and second.latest and first.earliest > second.latest
            if late and one.time.value[:4].isdigit() and two.time.value[:4].isdigit():
                yield one, two
