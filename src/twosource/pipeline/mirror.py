"""Findings of a report, once more where a copy repeats its words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from twosource.pipeline.run import place_of
from twosource.text.copies import reused
from twosource.text.shift import Shift
from twosource.types.article import Article
from twosource.types.claim import Claim, Origin, Presence
from twosource.types.comparison import Reuse
from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Copy, Story

Findings = dict[type[Finding], tuple[Finding, ...]]
Move = Callable[[Span], Span | None]
Stated = dict[tuple[str, str], list[Span]]
F = TypeVar("F", bound=Finding)

# Of an original that is copied more often, so many copies show its findings in their own words, the earliest first; of
# the others the dossier says what they repeat. A flood of copies then adds little more than their texts.
_MOST = 25


class _ElsewhereError(Exception):
    """The copy lacks some words of a finding."""


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
    stated = _stated(found)
    for copy in sorted(story.copies, key=lambda copy: _since(story.article(copy.article))):
        if (copied := reused(copy)).id not in known:
            extra[Reuse].append(copied)
        ranks[copy.original] += 1
        if ranks[copy.original] > _MOST:
            continue
        move = Shift(copy, story.article(copy.article), story.article(copy.original))
        for kind, finding in _moved(held[copy.original], held[copy.article], copy, move, stated):
            extra[kind].append(finding)
        for party, span in named[copy.original]:
            if (moved := move(span)) is not None:
                mentions[party].append(moved)
    return _merged(story, found, extra, mentions)


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


def _stated(found: Findings) -> Stated:
    """Where each report states each claim."""
    held: Stated = defaultdict(list)
    for claim in cast("tuple[Claim, ...]", found.get(Claim, ())):
        for statement in claim.statements:
            held[claim.id, statement.span.article].append(statement.span)
    return held


def _moved(
    originals: Sequence[Finding], own: Sequence[Finding], copy: Copy, move: Move, stated: Stated
) -> Iterator[tuple[type[Finding], Finding]]:
    """The original's findings in the copy's words, but for those that the copy's own sentences gave."""
    known = {(type(one), _where(one)): one.id for one in own}
    names = {copy.original: copy.article}
    made = []
    for finding in originals:
        try:
            moved = cast("Finding", _rebuilt(finding, move, {copy.original: copy.article}))
        except _ElsewhereError:
            if not isinstance(finding, Presence):
                continue
            moved = _still_present(finding, copy, (move(span) for span in stated[finding.claim, copy.original]))
        same = known.get((type(moved), _where(moved)))
        names[finding.id] = same or moved.id
        if same is None:
            made.append(moved)
    for moved in made:
        yield type(moved), _renamed(moved, names)


def _still_present(finding: Presence, copy: Copy, others: Iterable[Span | None]) -> Presence:
    """Whether a copy that lacks these words has others in which its original states the claim."""
    found = next((span for span in others if finding.present and span), None)
    if found is None:
        return replace(finding, article=copy.article, present=False)
    return replace(finding, article=copy.article, spans=(found,))


def _where(finding: Finding) -> object:
    """What makes two findings of a kind one, where the words may have been understood differently."""
    return (finding.claim, finding.article) if isinstance(finding, Presence) else finding.evidence()


def _rebuilt(value: object, move: Move, names: Mapping[str, str]) -> object:
    if isinstance(value, Span):
        moved = move(value)
        if moved is None:
            raise _ElsewhereError
        return moved
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_rebuilt(part, move, names) for part in value)
    if is_dataclass(value) and not isinstance(value, type | Moment):
        parts = {part.name: _rebuilt(getattr(value, part.name), move, names) for part in fields(value) if part.init}
        return replace(value, **parts)
    return value


def _renamed(finding: F, names: Mapping[str, str]) -> F:
    """The finding with the ids of what was moved in place of those that it was moved from."""
    parts = {part.name: getattr(finding, part.name) for part in fields(finding) if part.init}
    changed: dict[str, Any] = {k: _renamed(value, names) for k, value in parts.items() if isinstance(value, Finding)}
    changed |= {key: names[value] for key, value in parts.items() if isinstance(value, str) and value in names}
    return replace(finding, **changed) if changed else finding


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


def _with(party: Party, further: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted({*party.mentions, *further})) if further else party.mentions


def _carried(claim: Claim, repeated: Mapping[str, Sequence[str]]) -> Claim:
    """The claim with the copies among the reports that rest on its origins."""
    return replace(claim, origins=tuple(_rested_on(origin, repeated) for origin in claim.origins))


def _rested_on(origin: Origin, repeated: Mapping[str, Sequence[str]]) -> Origin:
    further = (copy for article in origin.articles for copy in repeated.get(article, ()))
    return replace(origin, articles=tuple(dict.fromkeys((*origin.articles, *further))))
