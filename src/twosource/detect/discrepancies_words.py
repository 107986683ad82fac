"""Discrepancies of words: what a party answers changes, a claim is denied, a quotation has two wordings."""

from collections.abc import Iterator, Sequence

from twosource.text.targets import core, names
from twosource.text.versions import changed_words, told_apart
from twosource.types.attribution import Attribution
from twosource.types.claim import Proposition
from twosource.types.comparison import Discrepancy, Quote, Side
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story


def discrepancies_words(
    story: Story,
    propositions: Sequence[Proposition],
    quotes: Sequence[Quote],
    attributions: Sequence[Attribution],
    parties: Sequence[Party],
) -> Iterator[Discrepancy]:
    """Answers that change, claims that are denied, and quotations whose words differ between quotation marks.

    A party that did not answer in one report and denies in another has answered in the meantime, or one report has it
    wrong: an update, for the reader to check. A quotation that two reports print with other words cannot be verbatim in
    both. What it misses on purpose: quotations that were only cut, and claims that merely differ in emphasis.
    """
    read = {article.id for article in story.articles if not article.skipped}
    yield from _changed_answers(propositions, parties)
    yield from _denied(propositions, parties)
    told = {attribution.id: attribution for attribution in attributions if attribution.article in read}
    for quote in quotes:
        yield from _reworded(quote, told)


def _changed_answers(propositions: Sequence[Proposition], parties: Sequence[Party]) -> Iterator[Discrepancy]:
    known = {party.id: party.name for party in parties}
    silent = {one.party: one for one in propositions if one.answer == "silence" and one.party in known}
    for denial in propositions:
        if denial.answer == "denial" and denial.party in silent:
            name, silence = known[denial.party], silent[denial.party]
            yield Discrepancy(
                kind="stance",
                severity="update",
                title=f"{name}: no answer, or a denial",
                sides=(Side(value="no answer", spans=_spans(silence)), Side(value="denies", spans=_spans(denial))),
                explanation=f"“{silence.text}” in one report, “{denial.text}” in another: {name} answered in between, "
                "or one of them did not know it.",
            )


def _denied(propositions: Sequence[Proposition], parties: Sequence[Party]) -> Iterator[Discrepancy]:
    """What the story is about against the denials of those whom it names."""
    heart = core(propositions)
    if heart is None:
        return
    about = {party.id: party.name for party in parties if names(heart, party)}
    denials = [one for one in propositions if one.answer == "denial" and one.party in about]
    if heart.answer is None and denials:
        deniers = " and ".join(sorted({about[one.party or ""] for one in denials}))
        yield Discrepancy(
            kind="stance",
            severity="unresolved",  # what is denied may be narrower than what is claimed: a person judges
            title=f"“{heart.text}”: denied by {deniers}",
            sides=(
                Side(value="reported", spans=_spans(heart)),
                *(Side(value=f"{about[one.party or '']} denies", spans=_spans(one)) for one in denials),
            ),
            explanation=f"“{heart.text}” is reported, “{denials[0].text}” is the answer.",
        )


def _spans(proposition: Proposition) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(statement.span for statement in proposition.statements))


def _reworded(quote: Quote, told: dict[str, Attribution]) -> Iterator[Discrepancy]:
    for difference in quote.differences:
        spans = [
            span for key in difference.between if key in told for span in quote.versions if _is_of(span, told[key])
        ]
        if difference.kind == "wording" and len({span.article for span in spans}) > 1:
            one, other = spans[0], next(span for span in spans if span.article != spans[0].article)
            changed = told_apart(changed_words(one.exact, other.exact))
            yield Discrepancy(
                kind="wording",
                severity="contradiction",
                title=f"One quotation in two wordings: {changed}",
                sides=(Side(value=one.exact, spans=(one,)), Side(value=other.exact, spans=(other,))),
                explanation=f"Both reports print the words as a quotation, and they differ: {changed}.",
            )


def _is_of(span: Span, attribution: Attribution) -> bool:
    return any(part.covers(span) for part in attribution.citation.content)
