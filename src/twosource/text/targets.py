"""Which proposition an answer is about."""

from collections.abc import Sequence

from twosource.types.claim import Proposition
from twosource.types.party import Party
from twosource.types.span import Span


def party_at(parties: Sequence[Party], span: Span) -> Party | None:
    """The party that these words name: that of the longest mention within them, or of the one that they lie in."""
    within = [(len(m), m, p) for p in parties for m in p.mentions if span.covers(m) or m.covers(span)]
    return max(within, key=lambda hit: (hit[0], -hit[1].start))[2] if within else None


def core(propositions: Sequence[Proposition]) -> Proposition | None:
    """What the story is about: the weightiest proposition that is no answer."""
    claimed = [one for one in propositions if one.answer is None] or list(propositions)
    return max(claimed, key=lambda one: (one.weight, one.id), default=None)


def target(answer: Span, party: Party, propositions: Sequence[Proposition]) -> Proposition | None:
    """The proposition that a party answers, or None where the words leave it open.

    One that is stated in the very words of the answer comes first. Else it is what the story is about, if it names the
    party; else the weightiest of those that do. Answers are no targets.
    """
    claimed = [one for one in propositions if one.answer is None]
    own = [one for one in claimed if any(answer.overlaps(statement.span) for statement in one.statements)]
    about = [one for one in claimed if names(one, party)]
    return core(own) or core([one for one in about if one is core(claimed)]) or core(about)


def names(proposition: Proposition, party: Party) -> bool:
    """Whether a statement of the proposition names the party."""
    return any(statement.span.covers(mention) for statement in proposition.statements for mention in party.mentions)
