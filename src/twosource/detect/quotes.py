"""Quotes: one utterance, as each report gives it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.text.differences import differences
from twosource.text.printed import Printed
from twosource.text.speakers import Speakers
from twosource.text.statements import tell_one
from twosource.text.uttered import utterances
from twosource.text.uttering import Uttering
from twosource.text.versions import Version, versions, wording
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, Quote
from twosource.types.figure import Time
from twosource.types.party import Party
from twosource.types.story import Story

# Every wording is compared with every other, up to so many; further ones with these.
_MOST_WORDINGS = 40


def quotes(
    story: Story, attributions: Sequence[Attribution], parties: Sequence[Party], times: Sequence[Time]
) -> Iterator[Quote]:
    """One utterance in several versions: what was cut, which words were changed, to whom else it is given.

    Quotations belong together if one speaker says them and the shorter lies nearly word for word in the longer, or if
    they are too long for chance, whoever is named. A paraphrase belongs to a quotation of its speaker, of whom he
    relays or whose office he holds, one sentence of which holds much of what it says, rare words before common ones; so
    do paraphrases in two reports. Differences are told from the words alone, between quotation marks only: words that a
    report prints further on were not cut, and another speaker is told only where both reports name one. Another day,
    hearer or occasion is told where both reports state it at the reporting word.

    What it misses on purpose: two quotations in other words, paraphrases that share few words, and what is quoted as a
    name or a time ("Islamic State", "at the end of the year").
    """
    read = {article.id: article for article in story.articles if not article.skipped}
    told = [attribution for attribution in attributions if attribution.article in read]
    found = [version for one in told for version in versions(one, read[one.article], news())]
    known = Speakers(attributions, parties)
    printed, uttering = Printed(story.articles, found), Uttering(read, times)
    for group in utterances(found, known):
        ids = tuple(dict.fromkeys(version.attribution.id for version in group))
        if len(ids) > 1:
            speakers = {version.attribution.speaker for version in group} - {None}
            yield Quote(
                speaker=min(speakers) if len(speakers) == 1 else None,  # type: ignore[type-var]  # None was taken out
                attributions=ids,
                versions=tuple(dict.fromkeys(version.span for version in group)),
                differences=tuple(_differences(group, known, printed, uttering)),
            )


def _differences(
    group: Sequence[Version], speakers: Speakers, printed: Printed, uttering: Uttering
) -> Iterator[Difference]:
    """Between quotations of one utterance; two that only one paraphrase brought together may be of two.

    Each comes once, however many reports print the same words; of very many wordings, with the first ones.
    """
    seen: set[tuple[object, ...]] = set()
    for one, other in _apart(group, uttering):
        may_be_one = speakers.are_one(one.attribution.speaker, other.attribution.speaker)
        if not tell_one(one, other, speakers):
            continue
        are_apart = not may_be_one and speakers.are_of_one_kind(one.attribution.speaker, other.attribution.speaker)
        for found in differences(one, other, printed, uttering, are_apart=are_apart):
            key = (found.kind, one.words, other.words)
            if key not in seen:
                seen.add(key)
                yield found


def _apart(group: Sequence[Version], uttering: Uttering) -> Iterator[tuple[Version, Version]]:
    """Pairs of two attributions, the first of each pair of wordings, in order."""
    numbers: dict[tuple[object, ...], int] = {}
    wordings = [
        numbers.setdefault((*wording(version), uttering.stated(version.attribution)), len(numbers)) for version in group
    ]
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
