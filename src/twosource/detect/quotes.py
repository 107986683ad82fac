"""Quotes: one utterance, as each report gives it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.lexicon.vocabulary import news
from twosource.text.versions import Version, difference, is_one_utterance, versions
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, Quote
from twosource.types.story import Story


def quotes(story: Story, attributions: Sequence[Attribution]) -> Iterator[Quote]:
    """One utterance in several versions: what was cut, which words were changed, to whom else it is given.

    Quotations belong together if one speaker says them and the shorter lies nearly word for word in the longer, or if
    they are too long for chance, whoever is named. A paraphrase belongs to a quotation of its speaker that holds most
    of its content words. Differences are told from the words alone. What it misses on purpose: paraphrases without a
    quotation, and those in other words.
    """
    skipped = {article.id for article in story.articles if article.skipped}
    found = [version for a in attributions if a.article not in skipped for version in versions(a, news())]
    for group in _groups(found):
        ids = tuple(dict.fromkeys(version.attribution.id for version in group))
        if len(ids) > 1 and any(version.is_quoted for version in group):
            speakers = {version.attribution.speaker for version in group} - {None}
            yield Quote(
                speaker=min(speakers) if len(speakers) == 1 else None,  # type: ignore[type-var]  # None was taken out
                attributions=ids,
                versions=tuple(dict.fromkeys(version.span for version in group)),
                differences=tuple(_differences(group)),
            )


def _groups(found: Sequence[Version]) -> list[list[Version]]:
    """Versions joined to a longest one that holds them: not chains, in which the ends share nothing."""
    rest = sorted(found, key=lambda version: (-len(version.words), version.span))
    groups: list[list[Version]] = []
    for version in rest:
        home = next((group for group in groups if is_one_utterance(group[0], version)), None)
        if home is None:
            groups.append([version])
        else:
            home.append(version)
    return groups


def _differences(group: Sequence[Version]) -> Iterator[Difference]:
    seen = set()
    for one, other in combinations(group, 2):
        if one.attribution.id != other.attribution.id and (found := difference(one, other)) is not None:
            key = (found.kind, one.words, other.words)
            if key not in seen:
                seen.add(key)
                yield found
