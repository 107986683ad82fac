"""Words that only a sentence's start capitalises, before a name: `Former Tarn officials`, `Asking Tarn to wait`."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.detect.mentions.kinds import is_listed, is_place, kind_of
from twosource.detect.mentions.tags import Seen
from twosource.lexicon.names import listed

_ONCE = frozenset({"former", "then", "ex"})


def strip_openings(seen: Sequence[Seen]) -> None:
    """Leaves out the word that opens a sentence, if the report writes it small and names the rest by itself."""
    names = {one.name for one in seen if not one.opens and not one.shouted}
    small = {
        token.low for row in {id(one.row): one.row for one in seen}.values() for token in row if token.text.islower()
    }
    for one in seen:
        first, end = one.candidate.start, one.candidate.end
        opens = one.opens or one.row[first].low in _ONCE or (first > 0 and one.row[first - 1].low == "—")
        if not opens or one.shouted or end == first + 1 or one.row[first].low in listed("given"):
            continue
        rest = replace(one, candidate=replace(one.candidate, start=first + 1)).name
        plain = one.row[first].low in small | listed("before_titles") or one.row[first].low.endswith("ing")
        whole = is_place(one.row, first, end) or is_listed(one.row, first, end) or one.name in names
        if plain and rest in names and not whole:
            kind = kind_of(one.row, first + 1, end, titled=False)
            one.candidate = replace(one.candidate, start=first + 1, kind=kind)
            one.opens = False
