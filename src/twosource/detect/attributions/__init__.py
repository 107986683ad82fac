"""Attributions: citations whose speakers and relays are resolved to parties of the story."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.detect.attributions.desks import Desks
from twosource.detect.attributions.directory import Directory
from twosource.detect.attributions.offices import Offices
from twosource.detect.attributions.reports import told_by
from twosource.detect.attributions.resolve import Resolver
from twosource.detect.attributions.spokes import spoken_for
from twosource.text.unveiled import unveiled
from twosource.types.attribution import Attribution, Citation
from twosource.types.party import Party
from twosource.types.story import Story


def attributions(story: Story, citations: Sequence[Citation], parties: Sequence[Party]) -> Iterator[Attribution]:
    """Resolves the source of each citation to a party, and its relays; joint speakers give one attribution each.

    A name goes to its party; a spokesperson, a statement or a letter to whom it speaks for, also where another report
    of the story says so; a pronoun or a running quotation to the speaker before; `the report` to the outlet last
    cited, `a new report` to the one cited next. A source without a name has no party.

    Missed on purpose: a speaker whom several parties fit. A wrong speaker is worse than none.
    """
    directory = Directory(parties)
    spoken, desks = spoken_for(citations, directory), Desks(citations, directory)
    offices = Offices(story.articles, directory)
    parts = {copy.article for copy in story.copies}
    by_article: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        by_article[citation.article].append(citation)
    for article in story.articles:
        if article.skipped:
            continue
        resolver = Resolver(article, directory, spoken, desks, offices)
        ordered = sorted(by_article.get(article.id, ()), key=_place)
        named, told = unveiled(ordered), told_by(article, ordered, directory)
        for each in ordered:
            citation = replace(each, anonymous=None) if each.id in named else each
            if article.id in parts:  # sentences of a copy: who spoke before may stand between them
                resolver = Resolver(article, directory, spoken, desks, offices)
            speakers, via = resolver.resolve(citation, named.get(citation.id))
            if not speakers and citation.id in told:
                speakers = (told[citation.id],)
            if not speakers and (unnamed := resolver.unnamed(citation)):
                citation = replace(citation, anonymous=unnamed)
            for speaker in speakers or (None,):
                yield Attribution(citation=citation, speaker=speaker, via=tuple(one for one in via if one != speaker))


def _place(citation: Citation) -> tuple[int, int]:
    """Where it is read; one that encloses others before them."""
    spans = [span for span in (citation.cue, citation.source, *citation.content) if span is not None]
    return (min(span.start for span in spans), -sum(len(part) for part in citation.content))
