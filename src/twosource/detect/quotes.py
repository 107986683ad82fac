"""Quotes: one utterance, as each report gives it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.text.grouping import Likeness
from twosource.text.speakers import Speakers
from twosource.text.versions import Version, difference, is_one_utterance, is_retold, versions
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, Quote
from twosource.types.party import Party
from twosource.types.story import Story


def quotes(story: Story, attributions: Sequence[Attribution], parties: Sequence[Party]) -> Iterator[Quote]:
    """One utterance in several versions: what was cut, which words were changed, to whom else it is given.

    Quotations belong together if one speaker says them and the shorter lies nearly word for word in the longer, or if
    they are too long for chance, whoever is named. A paraphrase belongs to a quotation of its speaker, of whom he
    relays or for whom he speaks, that holds much of what it says, rare words before common ones; so do paraphrases in
    two reports. Differences are told from the words alone, between quotation marks only. What it misses on purpose:
    paraphrases in other words.
    """
    read = {article.id: article for article in story.articles if not article.skipped}
    told = [attribution for attribution in attributions if attribution.article in read]
    found = [version for one in told for version in versions(one, read[one.article], news())]
    known = Speakers(attributions, parties)
    for group in _widest(_groups(found, known)):
        ids = tuple(dict.fromkeys(version.attribution.id for version in group))
        if len(ids) > 1:
            speakers = {version.attribution.speaker for version in group} - {None}
            yield Quote(
                speaker=min(speakers) if len(speakers) == 1 else None,  # type: ignore[type-var]  # None was taken out
                attributions=ids,
                versions=tuple(dict.fromkeys(version.span for version in group)),
                differences=tuple(_differences(group, known)),
            )


def _groups(found: Sequence[Version], speakers: Speakers) -> list[list[Version]]:
    """Each version with the longer ones that hold it, shortest first.

    A long version may hold two utterances that others give apart: it is then a version of both, and they stay two.
    """
    rest = sorted(found, key=lambda version: (len(version.words), version.span, version.attribution.id))
    shared = Likeness([version.content for version in rest])
    held: set[int] = set()
    groups: list[list[Version]] = []
    for number, version in enumerate(rest):
        if number not in held:
            longer = [place for place in range(number + 1, len(rest)) if is_one_utterance(rest[place], version)]
            held.update(longer)
            retold = [
                place
                for place, other in enumerate(rest)
                if place not in (number, *longer)
                and _may_retell(version, other, speakers)
                and is_retold(version, other, shared.overlap(number, place))
            ]
            groups.append([version, *(rest[place] for place in sorted([*longer, *retold]))])
    return groups


def _widest(groups: Sequence[list[Version]]) -> Iterator[list[Version]]:
    """Those that bring together what no other group does: one of two that hold the same attributions."""
    held = [frozenset(version.attribution.id for version in group) for group in groups]
    for number, group in enumerate(groups):
        others = enumerate(held)
        if not any(held[number] < one or (held[number] == one and place < number) for place, one in others):
            yield group


def _may_retell(one: Version, other: Version, speakers: Speakers) -> bool:
    """Whether two reports give words of speakers who may be one."""
    first, second = one.attribution, other.attribution
    return first.article != second.article and speakers.are_one(first.speaker, second.speaker)


def _differences(group: Sequence[Version], speakers: Speakers) -> Iterator[Difference]:
    """Between quotations of one utterance; two that only one paraphrase brought together may be of two."""
    seen = set()
    for one, other in combinations(group, 2):
        if one.attribution.id == other.attribution.id or not is_one_utterance(one, other):
            continue
        may_be_one = speakers.are_one(one.attribution.speaker, other.attribution.speaker)
        if (found := difference(one, other, is_one_speaker=may_be_one)) is not None:
            key = (found.kind, one.words, other.words)
            if key not in seen:
                seen.add(key)
                yield found
