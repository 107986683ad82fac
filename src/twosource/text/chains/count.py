"""How many of the ends are independent, and why."""

from collections.abc import Sequence

from twosource.text.chains.ends import End
from twosource.types.claim import Proposition


def independent(chains: Sequence[End], proposition: Proposition) -> tuple[int, int]:
    """The bounds on independent origins.

    Low: persons who speak for themselves, in their own words or to the report itself; at least one. High: every end
    that is sourced; all reports in their own voice together add at most one, since they are shown neither to know nor
    to retell. That somebody did not answer, each outlet may have seen for itself.
    """
    if proposition.answer == "silence":
        return 1, min(2, len(chains[0].articles))
    sourced = [end for end in chains if not end.is_voice]
    own = len(chains) - len(sourced)
    if not sourced:
        return 1, max(1, min(own, 2))
    persons = [end for end in sourced if end.kind == "person" and end.speaks]
    low = max(1, len(persons))
    return low, max(low, len(sourced) + (1 if own else 0))


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
