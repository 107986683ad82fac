"""Discrepancies of words: what a party answers changes, a claim is denied, a quotation has two wordings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.text.aligned import changed_words, rewording, told_apart
from twosource.text.matter import Denial, Matter
from twosource.text.places import Places
from twosource.types.attribution import Attribution
from twosource.types.claim import Proposition, Statement
from twosource.types.comparison import Difference, Discrepancy, Quote, Side
from twosource.types.party import Party, Unnamed
from twosource.types.span import Span
from twosource.types.story import Story


def discrepancies_words(
    story: Story,
    propositions: Sequence[Proposition],
    quotes: Sequence[Quote],
    parties: Sequence[Party],
    attributions: Sequence[Attribution],
    sources: Sequence[Unnamed],
) -> Iterator[Discrepancy]:
    """Answers that change, claims that are denied, and quotations whose words differ between quotation marks.

    A party that did not answer in one report and denies in another has answered in the meantime, or one report has it
    wrong: an update, for the reader to check. A quotation that two reports print with other words cannot be verbatim in
    both. What it misses on purpose: quotations that were only cut, and claims that merely differ in emphasis.
    """
    yield from _changed_answers(propositions, parties, story)
    yield from _denied(propositions, parties, story, _Names(attributions, sources))
    told: dict[str, set[Span]] = defaultdict(set)
    for found in (found for quote in quotes for found in _reworded(quote)):
        spans = {span for side in found.sides for span in side.spans}
        if told[found.title].isdisjoint(spans):  # of a long quotation, two utterances may tell the same
            yield found
        told[found.title] |= spans


def _changed_answers(
    propositions: Sequence[Proposition], parties: Sequence[Party], story: Story
) -> Iterator[Discrepancy]:
    """Silence and denial of one party, where both are answers to what the story is about: it answers much at once.

    Of a person it is enough that neither is shown to be one, and nothing is named that he would not speak about: who
    would not comment and then denies has changed his mind.
    """
    matter = Matter(propositions, parties, story)
    answered = {denial.party.id: denial.statements for denial in matter.deniers(propositions) if denial.party}
    kinds = {(one.answer, one.party): one for one in propositions if one.answer is not None}
    for party in parties:
        silence, denial = kinds.get(("silence", party.id)), kinds.get(("denial", party.id))
        if silence is None or denial is None:
            continue
        kept, denied = matter.kept(silence), answered.get(party.id, ())
        if party.kind == "person" and not kept and not denied:
            kept, denied = _open(matter, silence), _open(matter, denial)
        if kept and denied:
            yield Discrepancy(
                kind="stance",
                severity="update",
                title=f"{party.name}: no answer, or a denial",
                sides=(
                    Side(value="no answer", spans=_spans(kept)),
                    Side(value="denies", spans=_spans(denied)),
                ),
                explanation=f"“{_shown(silence, kept)}” in one report, “{_shown(denial, denied)}” in another: an "
                "update, or one of them did not know of the other.",
            )


def _open(matter: Matter, answer: Proposition) -> tuple[Statement, ...]:
    return tuple(one for one in answer.statements if matter.is_open(one.span))


class _Names:
    """What deniers are called, those without a name in the words of their reports."""

    def __init__(self, attributions: Sequence[Attribution], sources: Sequence[Unnamed]) -> None:
        self._said = {one.id: one.citation.source for one in attributions}
        self._called = Places((mention, source.name) for source in sources for mention in source.mentions)

    def of(self, denial: Denial) -> list[str]:
        if denial.party is not None:
            return [denial.party.name]
        told = (self._said.get(one.attribution or "") or one.span for one in denial.statements)
        return sorted({name for span in told for name in self._called.within(span)}) or ["a source without a name"]


def _denied(
    propositions: Sequence[Proposition], parties: Sequence[Party], story: Story, called: _Names
) -> Iterator[Discrepancy]:
    """What the story is about against its denials."""
    matter = Matter(propositions, parties, story)
    heart, found = matter.heart, matter.deniers(propositions)
    if heart is None or heart.answer is not None or not found:
        return
    names = " and ".join(sorted({name for one in found for name in called.of(one)}))
    denials = tuple(Side(value=_value(called.of(one)), spans=_spans(one.statements)) for one in found)
    yield Discrepancy(
        kind="stance",
        severity="unresolved",  # what is denied may be narrower than what is claimed: a person judges
        title=f"“{heart.text}”: denied by {names}",
        sides=(Side(value="reported", spans=_spans(heart.statements)), *denials),
        explanation=f"“{heart.text}” is reported, “{_words(found[0])}” is the answer.",
    )


def _value(names: Sequence[str]) -> str:
    return f"{' and '.join(names)} {'denies' if len(names) == 1 else 'deny'}"


def _words(denial: Denial) -> str:
    """The words of a denial, of those that deny the heart."""
    return _shown(denial.proposition, denial.statements)


def _shown(answer: Proposition, statements: Sequence[Statement]) -> str:
    """Those in which the answer is shown, if they are among these statements; else the first of these."""
    said = [" ".join(statement.span.exact.split()) for statement in statements]
    return answer.text if answer.text in said else said[0]


def _spans(statements: Sequence[Statement]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(statement.span for statement in statements))


def _reworded(quote: Quote) -> Iterator[Discrepancy]:
    """One discrepancy for an utterance, with a side for each of its wordings; one that was only cut is no other."""
    pairs = [one.versions for one in quote.differences if one.kind == "wording" and _is_across(one)]
    if not pairs:
        return
    wordings: list[list[Span]] = []
    for span in dict.fromkeys(span for pair in pairs for span in pair):
        same = (spans for spans in wordings if not _apart(spans[0], span))
        if (found := next(same, None)) is not None:
            found.append(span)
        else:
            wordings.append([span])
    changed = told_apart(_apart(*pairs[0]))
    if not changed:
        return
    yield Discrepancy(
        kind="wording",
        severity="unresolved" if any(rewording(one.exact, other.exact) for one, other in pairs) else "contradiction",
        title=f"One quotation in {len(wordings)} wordings: {changed}",
        sides=tuple(Side(value=" ".join(spans[0].exact.split()), spans=tuple(spans)) for spans in wordings),
        explanation=f"The reports print these words as a quotation, and they differ: {changed}.",
    )


def _apart(one: Span, other: Span) -> list[tuple[str, str]]:
    """The words that tell two quotations apart; what is told in other words may be of two, and is unresolved."""
    return rewording(one.exact, other.exact) or changed_words(one.exact, other.exact)


def _is_across(difference: Difference) -> bool:
    """Whether it lies between two reports."""
    one, other = difference.versions
    return one.article != other.article
