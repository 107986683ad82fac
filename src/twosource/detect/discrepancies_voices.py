"""Discrepancies of voices: the same said by somebody unnamed, who is described otherwise in each report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.text.compare.voices import Voice, voices
from twosource.text.judging.named import Named
from twosource.text.lexemes import lexemes
from twosource.text.places import by_article
from twosource.text.sentences import sentences
from twosource.text.vocabulary import news
from twosource.types.attribution import Citation
from twosource.types.comparison import Discrepancy, Side
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

# A word that is always on somebody unnamed's word is one piece of news if so many reports have it.
REPORTS, MOST = 3, 9


def discrepancies_voices(
    story: Story, citations: Sequence[Citation], parties: Sequence[Party]
) -> Iterator[Discrepancy]:
    """Finds what several reports have from somebody unnamed whom each describes in its own way.

    "A department official" in one report, "a person who was present" in the next: they may be one voice or several, and
    who counts descriptions counts one voice twice. Reports are put together that give the same words in quotation
    marks, or that tell, three of them at least, a detail which nobody has on other word than that of somebody unnamed.

    What it misses on purpose: descriptions of which one only says more than the other ("one source"), unless others
    differ; what named sources say as well; and residents, users or supporters, who are many.
    """
    cited = by_article(citations, lambda one: one.article)
    read = [article for article in story.articles if article.skipped is None]
    named = Named(parties)
    found = [voice for article in read for voice in voices(article, cited[article.id], named)]
    called = {word for party in parties for name in (party.name, *party.aliases) for word in news().content(name)}
    groups = [*_of_runs(found), *_of_words(story, found, called)]
    shown: set[Span] = set()
    for group in groups:
        spans = {voice.sentence for voice in group}
        if _differ(group) and not spans & shown:
            shown |= spans
            yield _discrepancy(group)


def _of_runs(found: Sequence[Voice]) -> Iterator[list[Voice]]:
    """Those who are quoted in the same words."""
    holders: dict[tuple[str, ...], list[Voice]] = defaultdict(list)
    for voice in found:
        for run in sorted(voice.runs):
            holders[run].append(voice)
    yield from (group for group in holders.values() if len({voice.sentence.article for voice in group}) > 1)


def _of_words(story: Story, found: Sequence[Voice], called: set[str]) -> Iterator[list[Voice]]:
    """Those who alone say a word, in three reports at least, and share more than that word."""
    saying: dict[str, list[Voice]] = defaultdict(list)
    for voice in found:
        for word in sorted(voice.about):
            saying[word].append(voice)
    for word, spans in _holders(story, called).items():
        if len(spans) > MOST or len({span.article for span in spans}) < REPORTS:
            continue
        mine = saying[word]
        alone = {voice.sentence for voice in mine} == spans
        if alone and all(any(len(one.about & two.about) > 1 for two in mine if two is not one) for one in mine):
            yield mine


def _holders(story: Story, called: set[str]) -> Mapping[str, set[Span]]:
    """The sentences of each word that is no name: with a small letter at least once."""
    held: dict[str, set[Span]] = defaultdict(set)
    small: set[str] = set()
    for article in story.articles:
        if article.skipped is None:
            for sentence in sentences(article, "headline", "subhead", "body"):
                for part in lexemes(sentence.exact):
                    if part.kind == "word" and len(part.low) > REPORTS:
                        for word in news().content(part.text):
                            held[word].add(sentence)
                            small |= set() if part.is_capital else {word}
    return {word: spans for word, spans in held.items() if word in small and word not in called}


def _differ(group: Sequence[Voice]) -> bool:
    """Whether two reports call the voice by words that exclude one another, and are not mostly the same."""
    return any(
        one.sentence.article != two.sentence.article
        and len(one.telling & two.telling) < min(len(one.telling - two.telling), len(two.telling - one.telling)) + 1
        and one.telling - two.telling
        and two.telling - one.telling
        for one in group
        for two in group
    )


def _discrepancy(group: Sequence[Voice]) -> Discrepancy:
    sides: dict[frozenset[str], list[Voice]] = defaultdict(list)
    for voice in group:
        sides[voice.telling or frozenset({voice.description.lower()})].append(voice)
    made = tuple(
        Side(value=side[0].description, spans=tuple(dict.fromkeys(voice.sentence for voice in side)))
        for side in sides.values()
    )
    return Discrepancy(
        kind="attribution",
        severity="unresolved",
        title=f"One voice or several: {'; '.join(f'“{side.value}”' for side in made)}",
        sides=made,
        explanation="The reports have the same from unnamed sources that they describe in different words.",
    )
