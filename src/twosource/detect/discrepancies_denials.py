"""Discrepancies of denials: the whole report denied, or only a part of it."""

from collections.abc import Iterator, Sequence

from twosource.lexicon import pattern
from twosource.text.matter import Matter
from twosource.types.claim import Proposition
from twosource.types.comparison import Discrepancy, Side
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story


def discrepancies_denials(
    story: Story,
    propositions: Sequence[Proposition],
    parties: Sequence[Party],
) -> Iterator[Discrepancy]:
    """Finds where one report says that a party denies all of it, and another what exactly the party denies.

    "Denied the report" and "denied having asked for it" are not one answer: what is denied may be less than what was
    claimed, and who reads only the first takes all for denied. Both are given in the words of the reports.

    What it misses on purpose: denials of something else than what the story is about, two parts of which either is
    denied, and denials of a report, claim or rumour that is
    named ("denied rumours that …"), which may be all of it.
    """
    matter = Matter(propositions, parties, story)
    for party, spans in _denials(matter, propositions).items():
        whole = [span for span in spans if matter.is_plain(span)]
        part = [span for span in spans if pattern("denial", "part", "patterns").search(span.exact)]
        if whole and part and len({span.article for span in (*whole, *part)}) > 1:
            yield Discrepancy(
                kind="scope",
                severity="scope",
                title=f"What {party.name} denies: “{_short(whole[0])}”; “{_short(part[0])}”",
                sides=(Side(value="as a whole", spans=tuple(whole)), Side(value="in part", spans=tuple(part))),
                explanation="One report has the whole denied, the other says what is denied: it may be less.",
            )


def _denials(matter: Matter, propositions: Sequence[Proposition]) -> dict[Party, list[Span]]:
    """The words in which each party denies what the story is about, in the order of their places."""
    found: dict[Party, list[Span]] = {}
    for denial in matter.deniers(propositions):
        if denial.party is not None:
            found.setdefault(denial.party, []).extend(statement.span for statement in denial.statements)
    return {party: sorted(set(spans)) for party, spans in found.items()}


def _short(span: Span) -> str:
    return " ".join(span.exact.split())
