"""How many of the ends are independent, and why."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from twosource.text.chains.ends import End
from twosource.text.vocabulary import news
from twosource.types.claim import Proposition

# The share of content words from which two people are taken to say the same: below it, one may say something else.
_AGREEING = 0.4
# rapidfuzz's ratio (0-100) from which two names may be one, spelled in two ways.
_SAME_NAME = 70


def independent(chains: Sequence[End], proposition: Proposition) -> tuple[int, int]:
    """The bounds on independent origins.

    Low: persons who speak for themselves, in their own words or to the report itself, and say nearly the same; at
    least one. High: every end
    that is sourced; all reports in their own voice together add at most one, since they are shown neither to know nor
    to retell. That somebody did not answer, each outlet may have seen for itself.
    """
    if proposition.answer == "silence":
        return 1, min(2, len(chains[0].articles))
    sourced = [end for end in chains if not end.is_voice]
    own = len(chains) - len(sourced)
    if not sourced:
        return 1, max(1, min(own, 2))
    low = max(1, len(_witnesses([end for end in sourced if end.kind == "person" and end.speaks])))
    return low, max(low, len(sourced) + (1 if own else 0))


def _witnesses(persons: Sequence[End]) -> list[End]:
    """Those who say nearly the same as the first, and whose names nobody could take for one another."""
    kept = list(persons[:1])
    said = _contents(kept[0]) if kept else []
    for end in persons[1:]:
        if _agrees(_contents(end), said) and all(_is_other(end, one) for one in kept):
            kept.append(end)
    return kept


def _contents(end: End) -> list[frozenset[str]]:
    """What the words of an end say, each once."""
    return list(dict.fromkeys(frozenset(news().content(span.exact)) for span in end.spans))


def _agrees(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether some words of the two share most of what they say."""
    return any(len(left & right) >= _AGREEING * len(left | right) > 0 for left in one for right in other)


def _is_other(one: End, other: End) -> bool:
    """Whether two names are of two people: not alike, and without a part in common."""
    shared = set(one.name.casefold().split()) & set(other.name.casefold().split())
    return not shared and fuzz.ratio(one.name.casefold(), other.name.casefold()) < _SAME_NAME


def reason(chains: Sequence[End], low: int, high: int) -> str:
    """Why the bounds are what they are, in one or two sentences."""
    sourced = [end for end in chains if not end.is_voice]
    own = sorted({article for end in chains if end.is_voice for article in end.articles})
    parts = []
    if sourced:
        parts.append("The chains end at " + "; ".join(end.name for end in sourced) + ".")
    if own:
        count = f"{len(own)} report{'s' if len(own) != 1 else ''}"
        tail = "; taken together they may be one more" if sourced and high > low else ""
        verb = "state" if len(own) != 1 else "states"
        parts.append(f"{count} {verb} it without naming a source{tail}.")
    return " ".join(parts) or "No report names a source."
