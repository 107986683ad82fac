"""Quotes: one utterance, as each report gives it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.text.utterances import Alike
from twosource.text.versions import Version, difference, is_one_utterance, versions, wording
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, Quote
from twosource.types.story import Story

# Every wording is compared with every other, up to so many; further ones with these.
_MOST_WORDINGS = 40


def quotes(story: Story, attributions: Sequence[Attribution]) -> Iterator[Quote]:
    """One utterance in several versions: what was cut, which words were changed, to whom else it is given.

    Quotations belong together if one speaker says them and the shorter lies nearly word for word in the longer, or if
    they are too long for chance, whoever is named. A paraphrase belongs to a quotation of its speaker that holds most
    of its content words; so do paraphrases of it in two reports. Differences are told from the words alone, between
    quotation marks only. What it misses on purpose: paraphrases in other words.
    """
    read = {article.id: article for article in story.articles if not article.skipped}
    told = [attribution for attribution in attributions if attribution.article in read]
    found = [version for one in told for version in versions(one, read[one.article], news())]
    for group in _groups(found):
        ids = tuple(dict.fromkeys(version.attribution.id for version in group))
        if len(ids) > 1:
            speakers = {version.attribution.speaker for version in group} - {None}
            yield Quote(
                speaker=min(speakers) if len(speakers) == 1 else None,  # type: ignore[type-var]  # None was taken out
                attributions=ids,
                versions=tuple(dict.fromkeys(version.span for version in group)),
                differences=tuple(_differences(group)),
            )


def _groups(found: Sequence[Version]) -> list[list[Version]]:
    """Each version with the longer ones that hold it, shortest first.

    A long version may hold two utterances that others give apart: it is then a version of both, and they stay two.
    """
    rest = sorted(found, key=lambda version: (len(version.words), version.span, version.attribution.id))
    alike, held = Alike(rest), set[int]()
    groups: list[list[Version]] = []
    for number, version in enumerate(rest):
        if number not in held:
            longer = [place for place in alike.after(number) if is_one_utterance(rest[place], version)]
            held.update(longer)
            groups.append([version, *(rest[place] for place in longer)])
    return groups


def _differences(group: Sequence[Version]) -> Iterator[Difference]:
    """Each difference once, however many reports print the same words; of very many wordings, with the first ones."""
    numbers: dict[tuple[object, ...], int] = {}
    wordings = [numbers.setdefault(wording(version), len(numbers)) for version in group]
    places: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(wordings):
        places[number].append(place)
    seen: set[tuple[object, ...]] = set()
    done: set[tuple[int, int]] = set()
    for place, one in enumerate(group):
        mine = wordings[place]
        open_ = [number for number in list(places)[:_MOST_WORDINGS] if (mine, number) not in done]
        later = (_next(group, place, places[number]) for number in open_)
        for other in sorted(at for at in later if at is not None):
            done.add((mine, wordings[other]))
            if (found := difference(one, group[other])) is not None:
                key = (found.kind, one.words, group[other].words)
                if key not in seen:
                    seen.add(key)
                    yield found


def _next(group: Sequence[Version], place: int, places: Sequence[int]) -> int | None:
    """The first of these places behind this one at which another attribution stands."""
    behind = (places[number] for number in range(bisect_right(places, place), len(places)))
    return next((at for at in behind if group[at].attribution.id != group[place].attribution.id), None)
