"""How many of the ends are independent, and why."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from twosource.text.chains.ends import End
from twosource.text.vocabulary import news
from twosource.types.claim import Proposition

# The share of the content words of who says less from which two people are taken to say the same, and the least number
# of such words: below it, one may say something else.
_AGREEING, _LEAST = 0.5, 3
# rapidfuzz's ratio (0-100) from which two names may be one, spelled in two ways.
_SAME_NAME = 70


def independent(chains: Sequence[End], proposition: Proposition, left: int) -> tuple[int, int]:
    """The bounds on independent origins; `left`: how many reports have it on a word that could not be followed.

    Low: persons who speak for themselves, in their own words or to the report itself, and say nearly the same; at
    least one. High: every end that is sourced, and one more where reports are left: theirs may be the word of somebody
    else. Reports in their own voice are taken to retell those that name a source;
    where none does, all together are two at most, since they are shown neither to know nor to retell; where no chain
    can be followed to an end, there is one. That somebody did not answer, each outlet may have seen for itself.
    """
    if proposition.answer == "silence":
        return 1, min(2, len(chains[0].articles))
    sourced = [end for end in chains if not end.is_voice]
    if not sourced:
        return 1, max(1, min(len(chains), 2))
    low = max(1, len(_witnesses([end for end in sourced if end.kind == "person" and end.said])))
    return low, max(low, len(sourced) + bool(left))


def _witnesses(persons: Sequence[End]) -> list[End]:
    """Those who say nearly the same as the first, and whose names nobody could take for one another."""
    kept = list(persons[:1])
    said = _contents(kept[0]) if kept else []
    for end in persons[1:]:
        if _agrees(_contents(end), said) and all(_is_other(end, one) and not _is_nested(end, one) for one in kept):
            kept.append(end)
    return kept


def _contents(end: End) -> list[frozenset[str]]:
    """What an end itself says, each once."""
    return list(dict.fromkeys(frozenset(news().content(span.exact)) for span in end.said))


def _agrees(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether some words of the two share most of what they say."""
    return any(
        len(left & right) >= max(_LEAST, _AGREEING * min(len(left), len(right))) for left in one for right in other
    )


def _is_nested(one: End, other: End) -> bool:
    """Whether one's words stand in the other's: who is quoted in a memo is known from the memo."""
    return any(left.overlaps(right) for left in one.said for right in other.said)


def _is_other(one: End, other: End) -> bool:
    """Whether two names are of two people: not alike, and without a part in common."""
    shared = set(one.name.casefold().split()) & set(other.name.casefold().split())
    return not shared and fuzz.ratio(one.name.casefold(), other.name.casefold()) < _SAME_NAME


def reason(chains: Sequence[End], left: int) -> str:
    """Why the bounds are what they are, in a few sentences."""
    sourced = [end for end in chains if not end.is_voice]
    own = sorted({article for end in chains if end.is_voice for article in end.articles})
    parts = []
    if sourced:
        parts.append("The chains end at " + "; ".join(end.name for end in sourced) + ".")
    if own:
        verb = "state" if len(own) != 1 else "states"
        tail = "; taken to retell the others" if sourced else ""
        parts.append(f"{_reports(len(own))} {verb} it without naming a source{tail}.")
    if sourced and left:
        parts.append(
            f"Whose word {_reports(left)} {'rest' if left != 1 else 'rests'} on is not clear: one more, perhaps."
        )
    return " ".join(parts) or "No report names a source."


def _reports(number: int) -> str:
    return f"{number} report{'s' if number != 1 else ''}"
