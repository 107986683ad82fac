"""Which party words name, and which propositions name a party."""

from collections.abc import Sequence

from twosource.types.claim import Proposition
from twosource.types.party import Party
from twosource.types.span import Span

_POSSESSIVES = ("'s", "’s", "s'", "s’")


def party_at(parties: Sequence[Party], span: Span) -> Party | None:
    """The party that these words name: that of the longest mention within them, or of the one that they lie in.

    Words about something of a person's ("Finch's office") do not name the person.
    """
    hits = [
        (len(mention), -mention.start, party)
        for party in parties
        for mention in party.mentions
        if mention.covers(span) or (span.covers(mention) and not (party.kind == "person" and _owns(mention, span)))
    ]
    return max(hits, key=lambda hit: hit[:2])[2] if hits else None


def _owns(mention: Span, span: Span) -> bool:
    """Whether the mention, or what follows it, makes it a possessor within the span."""
    rest = span.exact[mention.end - span.start :]
    is_possessive = mention.exact.endswith(_POSSESSIVES) or rest.startswith(_POSSESSIVES)
    return is_possessive and bool(rest.removeprefix("'s").removeprefix("’s").strip())


def core(propositions: Sequence[Proposition]) -> Proposition | None:
    """What the story is about: the weightiest proposition that is no answer."""
    claimed = [one for one in propositions if one.answer is None] or list(propositions)
    return max(claimed, key=lambda one: (one.weight, one.id), default=None)


def stated_with(answer: Span, propositions: Sequence[Proposition]) -> Proposition | None:
    """The weightiest proposition that is stated in the very words of an answer, if any."""
    claimed = [one for one in propositions if one.answer is None]
    return core([one for one in claimed if any(answer.overlaps(statement.span) for statement in one.statements)])


def names(proposition: Proposition, party: Party) -> bool:
    """Whether a statement of the proposition names the party."""
    return any(statement.span.covers(mention) for statement in proposition.statements for mention in party.mentions)
