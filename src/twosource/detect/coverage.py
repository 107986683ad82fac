"""Coverage: which report carries which claim."""

from collections.abc import Iterator, Sequence

from twosource.text.passages import Passage, passages
from twosource.text.words import words
from twosource.types.attribution import Attribution
from twosource.types.claim import Claim, Presence
from twosource.types.story import Story


def coverage(story: Story, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> Iterator[Presence]:
    """For each claim and report: the words that carry it, or the nearest words where none do.

    An absence is shown with the nearest words of that report, so that a reader can judge it. What it misses on purpose:
    a report that carries a claim in words that were not grouped with it counts as without it, and its nearest words are
    the ones to read.
    """
    for article in story.articles:
        if article.skipped:
            continue
        found = list(passages(article, attributions))
        for claim in claims:
            yield _presence(claim, article.id, found)


def _presence(claim: Claim, article: str, found: list[Passage]) -> Presence:
    own = [statement.span for statement in claim.statements if statement.span.article == article]
    if own:
        return Presence(claim=claim.id, article=article, present=True, spans=(min(own),))
    said = frozenset(words(claim.text))
    nearest = max(found, key=lambda passage: (_shared(said, passage), -passage.span.start), default=None)
    span = nearest.span if nearest and _shared(said, nearest) else claim.statements[0].span
    return Presence(claim=claim.id, article=article, present=False, spans=(span,))


def _shared(said: frozenset[str], passage: Passage) -> float:
    other = frozenset(words(passage.span.exact))
    return len(said & other) / len(said | other) if said | other else 0.0
