"""Discrepancies of speakers: words that one report puts into a party's mouth and others give to another party."""

from collections.abc import Iterator, Sequence

from twosource.text.aligned import changed_words, rewording
from twosource.text.lent import Mouths, runs
from twosource.text.speakers import Speakers
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, Discrepancy, Quote, Side
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story


def discrepancies_lent(
    story: Story, quotes: Sequence[Quote], attributions: Sequence[Attribution], parties: Sequence[Party]
) -> Iterator[Discrepancy]:
    """Finds words that a report lends from one party to another, between quotation marks.

    Two parties answer one report, and a hurried writer prints the words of the first as those of the second. It shows
    where reports print one statement in two wordings: words that only one of them has, and that another party says in
    another report.

    What it misses on purpose: words that both parties are quoted with by several reports, single words, and what no
    second report prints of the party, for both may have said it; and who speaks for a body, beside that body.
    """
    known, mouths = Speakers(attributions, parties), Mouths(story, attributions)
    names = {party.id: party.name for party in parties}
    said = {one.id: one for one in attributions}
    shown: set[tuple[str, Span]] = set()
    for difference in (one for quote in quotes for one in quote.differences if one.kind == "wording"):
        for number, words in _only_here(difference):
            here, speaker = difference.versions[number], said[difference.between[number]].speaker
            if speaker is None or speaker not in names:
                continue
            for run in runs(here.exact, words):
                lenders = _lenders(mouths, known, run, here, speaker)
                lenders = {one: lenders[one] for one in lenders if not _share_a_word(names[one], names[speaker])}
                if lenders and (run, here) not in shown:
                    shown.add((run, here))
                    yield _discrepancy(run, here, names[speaker], {names[one]: lenders[one] for one in lenders})
                    break


def _share_a_word(name: str, other: str) -> bool:
    """Whether two names have a word in common: they may be of one party, or of two of a family."""
    return not set(name.casefold().split()).isdisjoint(other.casefold().split())


def _only_here(difference: Difference) -> Iterator[tuple[int, list[str]]]:
    """The number of each version, with the words that it alone has, where the versions are of two reports."""
    one, other = (span.exact for span in difference.versions)
    if difference.versions[0].article != difference.versions[1].article:
        pairs = rewording(one, other) or changed_words(one, other)
        for number in (0, 1):
            yield number, [pair[number] for pair in pairs if pair[number]]


def _lenders(mouths: Mouths, known: Speakers, run: str, here: Span, speaker: str) -> dict[str, tuple[Span, ...]]:
    """Who else says these words, in another report, by party; nobody where another report gives them to this party."""
    found: dict[str, list[Span]] = {}
    for party, span in mouths.saying(run):
        if span.article != here.article and known.are_one(party, speaker):
            return {}
        if known.are_of_one_kind(party, speaker) and not known.are_one(party, speaker):
            found.setdefault(party, []).append(span)
    return {
        party: tuple(spans) for party, spans in found.items() if any(span.article != here.article for span in spans)
    }


def _discrepancy(run: str, here: Span, name: str, lenders: dict[str, tuple[Span, ...]]) -> Discrepancy:
    others = " and ".join(sorted(lenders))
    sides = tuple(Side(value=party, spans=lenders[party]) for party in sorted(lenders))
    return Discrepancy(
        kind="attribution",
        severity="unresolved",
        title=f"“{run}”: {name}, or {others}",
        sides=(Side(value=name, spans=(here,)), *sides),
        explanation=f"One report has “{run}” in a quotation of {name}; another prints that quotation without these "
        f"words, and they stand in quotations of {others}.",
    )
