"""Quotes: one utterance, as each report gives it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.text.grouping import Likeness
from twosource.text.speakers import Speakers
from twosource.text.utterances import Alike, Retellings
from twosource.text.versions import Version, difference, is_one_utterance, is_retold, versions, wording
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, Quote
from twosource.types.party import Party
from twosource.types.story import Story

# Every wording is compared with every other, up to so many; further ones with these.
_MOST_WORDINGS = 40


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
    alike, retellings, held = Alike(rest), Retellings(rest, speakers), set[int]()
    groups: list[list[Version]] = []
    for number, version in enumerate(rest):
        if number not in held:
            longer = [place for place in alike.after(number) if is_one_utterance(rest[place], version)]
            held.update(longer)
            retold = [
                place
                for place in retellings.beside(number)
                if place not in longer and is_retold(version, rest[place], shared.overlap(number, place))
            ]
            groups.append([version, *(rest[place] for place in sorted([*longer, *retold]))])
    return groups


def _widest(groups: Sequence[list[Version]]) -> Iterator[list[Version]]:
    """Those that bring together what no other group does: one of two that hold the same words."""
    held = [frozenset(version.attribution.id for version in group) for group in groups]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, ids in enumerate(held):
        for key in ids:
            holders[key].append(number)
    for number, group in enumerate(groups):
        others = min((holders[key] for key in held[number]), key=len)
        wider = (
            groups[place]
            for place in others
            if held[number] < held[place] or (held[number] == held[place] and place < number)
        )
        if not any(_lie_within(group, other) for other in wider):
            yield group


def _lie_within(group: Sequence[Version], other: Sequence[Version]) -> bool:
    """Whether all words of a group are among those of another, or overlap them."""
    return all(any(one.span.overlaps(two.span) for two in other) for one in group)


def _differences(group: Sequence[Version], speakers: Speakers) -> Iterator[Difference]:
    """Between quotations of one utterance; two that only one paraphrase brought together may be of two.

    Each comes once, however many reports print the same words; of very many wordings, with the first ones.
    """
    seen: set[tuple[object, ...]] = set()
    for one, other in _apart(group):
        if not is_one_utterance(one, other):
            continue
        may_be_one = speakers.are_one(one.attribution.speaker, other.attribution.speaker)
        if (found := difference(one, other, is_one_speaker=may_be_one)) is not None:
            key = (found.kind, one.words, other.words)
            if key not in seen:
                seen.add(key)
                yield found


def _apart(group: Sequence[Version]) -> Iterator[tuple[Version, Version]]:
    """Pairs of two attributions, the first of each pair of wordings, in order."""
    numbers: dict[tuple[object, ...], int] = {}
    wordings = [numbers.setdefault(wording(version), len(numbers)) for version in group]
    places: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(wordings):
        places[number].append(place)
    done: set[tuple[int, int]] = set()
    for place, one in enumerate(group):
        open_ = [number for number in list(places)[:_MOST_WORDINGS] if (wordings[place], number) not in done]
        later = (_next(group, place, places[number]) for number in open_)
        for other in sorted(at for at in later if at is not None):
            done.add((wordings[place], wordings[other]))
            yield one, group[other]


def _next(group: Sequence[Version], place: int, places: Sequence[int]) -> int | None:
    """The first of these places behind this one at which another attribution stands."""
    behind = (places[number] for number in range(bisect_right(places, place), len(places)))
    return next((at for at in behind if group[at].attribution.id != group[place].attribution.id), None)
