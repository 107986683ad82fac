"""Findings of a report, once more where a copy repeats its words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from twosource.pipeline.moved import Moved
from twosource.pipeline.run import place_of
from twosource.text.copies import reused
from twosource.text.shift import Shift
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.claim import Claim, Origin, Presence
from twosource.types.comparison import Quote, Reuse
from twosource.types.finding import Finding
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

Findings = dict[type[Finding], tuple[Finding, ...]]

# Of an original that is copied more often, so many copies show its findings in their own words, the earliest first; of
# the others the dossier says what they repeat. A flood of copies then adds little more than their texts.
_MOST = 25


def mirrored(story: Story, found: Findings) -> Findings:
    """The findings of the originals, and those of their copies.

    What is found in one report, and rests on words that a copy repeats, is found in the copy too. A party is mentioned
    there as well, a claim that the original carries is carried by the copy. Nothing else changes: a copy is no further
    statement of a claim, and no source. What was found in a copy's own sentences stands, and comes first.
    """
    held = _of_one_report(found)
    extra: dict[type[Finding], list[Finding]] = defaultdict(list)
    mentions: dict[str, list[Span]] = defaultdict(list)
    ranks: dict[str, int] = defaultdict(int)
    named, known = _mentions(found), {one.id for one in found.get(Reuse, ())}
    stated, again = _stated(found), defaultdict[str, list[str]](list)
    for copy in sorted(story.copies, key=lambda copy: _since(story.article(copy.article))):
        if (copied := reused(copy)).id not in known:
            extra[Reuse].append(copied)
        ranks[copy.original] += 1
        if ranks[copy.original] > _MOST:
            continue
        move = Shift(copy, story.article(copy.article), story.article(copy.original))
        moved = Moved(copy, move, stated)
        for finding in moved.findings(held[copy.original], held[copy.article]):
            extra[type(finding)].append(finding)
        for one, other in moved.names.items():
            again[one].append(other)
        for party, span in named[copy.original]:
            if (place := move(span)) is not None:
                mentions[party].append(place)
    quotes = sorted(_uttered(found, extra, again), key=place_of)
    return _merged(story, found, extra, mentions) | {Quote: tuple(quotes)}


def _since(article: Article) -> tuple[date, str]:
    return article.published.earliest or date.max, article.id


def _of_one_report(found: Findings) -> dict[str, list[Finding]]:
    """The findings that stand or fall with the words of one report, by report."""
    held: dict[str, list[Finding]] = defaultdict(list)
    for kind, findings in found.items():
        if kind.of_one_report:
            for finding in findings:
                spans = finding.evidence()
                if isinstance(finding, Presence):
                    held[finding.article].append(finding)
                elif len({span.article for span in spans}) == 1:
                    held[spans[0].article].append(finding)
    return held


def _mentions(found: Findings) -> dict[str, list[tuple[str, Span]]]:
    held: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for party in cast("tuple[Party, ...]", found.get(Party, ())):
        for mention in party.mentions:
            held[mention.article].append((party.id, mention))
    return held


def _stated(found: Findings) -> dict[tuple[str, str], list[Span]]:
    """Where each report states each claim."""
    held: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for claim in cast("tuple[Claim, ...]", found.get(Claim, ())):
        for statement in claim.statements:
            held[claim.id, statement.span.article].append(statement.span)
    return held


def _merged(
    story: Story,
    found: Findings,
    extra: Mapping[type[Finding], Sequence[Finding]],
    mentions: Mapping[str, Sequence[Span]],
) -> Findings:
    repeated: dict[str, list[str]] = defaultdict(list)
    for copy in story.copies:
        repeated[copy.original].append(copy.article)
    whole: Findings = {kind: (*found.get(kind, ()), *extra.get(kind, ())) for kind in {**found, **extra}}
    parties = cast("tuple[Party, ...]", whole.get(Party, ()))
    claims = cast("tuple[Claim, ...]", whole.get(Claim, ()))
    whole[Party] = tuple(replace(one, mentions=_with(one, mentions.get(one.id, ()))) for one in parties)
    whole[Claim] = tuple(_carried(claim, repeated) for claim in claims)
    return {kind: tuple(sorted(findings, key=place_of)) for kind, findings in whole.items()}


def _uttered(
    found: Findings, extra: Mapping[type[Finding], Sequence[Finding]], copied: Mapping[str, Sequence[str]]
) -> Iterator[Quote]:
    """The quotations with what copies have of them; what one report and its copies alone have is one as well."""
    told = cast("tuple[Attribution, ...]", (*found.get(Attribution, ()), *extra.get(Attribution, ())))
    contents = {one.id: one.citation.content for one in told}
    quotes = cast("tuple[Quote, ...]", found.get(Quote, ()))
    for quote in quotes:
        further = [other for one in quote.attributions for other in copied.get(one, ())]
        spans = (span for one in further for span in contents.get(one, ()))
        yield replace(
            quote,
            attributions=tuple(dict.fromkeys((*quote.attributions, *further))),
            versions=tuple(dict.fromkeys((*quote.versions, *spans))),
        )
    quoted = {one for quote in quotes for one in quote.attributions}
    for one in cast("tuple[Attribution, ...]", found.get(Attribution, ())):
        ids = (one.id, *copied.get(one.id, ()))
        if len(ids) > 1 and one.id not in quoted:
            versions = tuple(dict.fromkeys(span for each in ids for span in contents.get(each, ())))
            yield Quote(speaker=one.speaker, attributions=ids, versions=versions, differences=())


def _with(party: Party, further: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted({*party.mentions, *further})) if further else party.mentions


def _carried(claim: Claim, repeated: Mapping[str, Sequence[str]]) -> Claim:
    """The claim with the copies among the reports that rest on its origins."""
    return replace(claim, origins=tuple(_rested_on(origin, repeated) for origin in claim.origins))


def _rested_on(origin: Origin, repeated: Mapping[str, Sequence[str]]) -> Origin:
    further = (copy for article in origin.articles for copy in repeated.get(article, ()))
    return replace(origin, articles=tuple(dict.fromkeys((*origin.articles, *further))))
