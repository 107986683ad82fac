"""Coverage: which report carries which claim."""

from collections.abc import Iterator, Sequence

from twosource.text.passages import passages
from twosource.text.places import by_article
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.claim import Claim, Presence
from twosource.types.span import Span
from twosource.types.story import Story


def coverage(story: Story, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> Iterator[Presence]:
    """For each claim of the story and each report: the words that carry it, or the nearest words where none do.

    An absence is shown with the nearest words of that report, so that a reader can judge it. Claims that one report
    alone makes are left out, unless they are core: that all others lack them says little. What it misses on purpose: a
    report that carries a claim in words that were not grouped with it counts as without it, and its nearest words are
    the ones to read.
    """
    told = [claim for claim in claims if claim.core or len({s.span.article for s in claim.statements}) > 1]
    said = {claim.id: frozenset(news().content(claim.text)) for claim in told}
    stated = {claim.id: by_article((one.span for one in claim.statements), lambda span: span.article) for claim in told}
    held = by_article(attributions, lambda one: one.article)
    for article in story.articles:
        if article.skipped:
            continue
        found = [(p.span, frozenset(news().content(p.span.exact))) for p in passages(article, held[article.id])]
        for claim in told:
            yield _presence(claim, article.id, stated[claim.id].get(article.id, []), said[claim.id], found)


def _presence(
    claim: Claim, article: str, own: list[Span], said: frozenset[str], found: Sequence[tuple[Span, frozenset[str]]]
) -> Presence:
    if own:
        return Presence(claim=claim.id, article=article, present=True, spans=(min(own),))
    shared = [(len(said & words) / len(said | words), -span.start, span) for span, words in found if said & words]
    span = max(shared)[2] if shared else claim.statements[0].span
    return Presence(claim=claim.id, article=article, present=False, spans=(span,))
