"""Which proposition an answer is about."""

import re
from collections.abc import Callable, Sequence

from twosource.types.claim import Proposition
from twosource.types.party import Party
from twosource.types.span import Span

_OF_A_REPORT = re.compile(
    r"\b(?:reports?|story|stories|claims?|rumou?rs?|allegations?|accusations?|article|account|speculation)\b",
    re.IGNORECASE,
)
_SAME_THINGS = 2

Content = Callable[[str], Sequence[str]]
"""What gives the content words of a text."""

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


def target(answer: Span, party: Party, propositions: Sequence[Proposition], content: Content) -> Proposition | None:
    """The proposition that a party answers, or None where the words leave it open.

    One that is stated in the very words of the answer comes first. Else it is what the story is about, if the answer
    speaks of it or it names the party; else the weightiest of those that name the party. Answers are no targets.
    """
    claimed = [one for one in propositions if one.answer is None]
    heart = core(claimed)
    own = [one for one in claimed if any(answer.overlaps(statement.span) for statement in one.statements)]
    if not own and heart is not None and (names(heart, party) or speaks_of(answer, heart, content)):
        return heart
    return core(own) or core([one for one in claimed if names(one, party)])


def names(proposition: Proposition, party: Party) -> bool:
    """Whether a statement of the proposition names the party."""
    return any(statement.span.covers(mention) for statement in proposition.statements for mention in party.mentions)


def deniers(
    heart: Proposition, propositions: Sequence[Proposition], parties: Sequence[Party], content: Content
) -> list[tuple[Party, Proposition]]:
    """Who denies the proposition, with the denial.

    A denial is one of it if it speaks of the same things; or of "the report", "the claim", by a party that the
    proposition names.
    """
    known = {party.id: party for party in parties}
    found = []
    for one in propositions:
        party = known.get(one.party or "")
        if party is not None and one.answer == "denial" and _is_answer_to(one, heart, party, content):
            found.append((party, one))
    return found


def _is_answer_to(answer: Proposition, heart: Proposition, party: Party, content: Content) -> bool:
    spans = [statement.span for statement in answer.statements]
    if any(speaks_of(span, heart, content) for span in spans):
        return True
    return names(heart, party) and any(_OF_A_REPORT.search(span.exact) for span in spans)


def speaks_of(span: Span, proposition: Proposition, content: Content) -> bool:
    """Whether words share what they are about with a proposition."""
    about = {word for statement in proposition.statements for word in content(statement.span.exact)}
    return len(about & set(content(span.exact))) >= _SAME_THINGS
