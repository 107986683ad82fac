"""Coverage: which report carries which claim."""

from collections.abc import Iterator, Mapping, Sequence

from twosource.text.passages import passages
from twosource.text.places import by_article
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.claim import Claim, Presence
from twosource.types.span import Span
from twosource.types.story import Story

# The largest story of forty reports that was looked at has 181 claims of two reports or more.
_MOST = 200


def coverage(story: Story, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> Iterator[Presence]:
    """For each claim of the story and each report: the words that carry it, or the nearest words where none do.

    An absence is shown with the nearest words of that report, so that a reader can judge it. Claims that one report
    alone makes are left out, unless they are core: that all others lack them says little. What it misses on purpose: a
    report that carries a claim in words that were not grouped with it counts as without it, and its nearest words are
    the ones to read. Of a story of very many claims, absences are shown for the core and the claims that most reports
    make: each report has as many rows at most, however many there are. Of a copy, what its own sentences carry is told
    here; what it repeats, its original has.
    """
    told = [
        claim for claim in claims if claim.core or len({story.original(s.span.article) for s in claim.statements}) > 1
    ]
    said = {claim.id: frozenset(news().content(claim.text)) for claim in told}
    stated = {claim.id: by_article((one.span for one in claim.statements), lambda span: span.article) for claim in told}
    shown = {claim.id for claim in sorted(told, key=lambda claim: _reach(claim, stated))[:_MOST]}
    held = by_article(attributions, lambda one: one.article)
    for article in story.articles:
        if article.skipped:
            continue
        found = [(p.span, frozenset(news().content(p.span.exact))) for p in passages(article, held[article.id])]
        for claim in told:
            own = stated[claim.id].get(article.id, [])
            if own or (claim.id in shown and story.original(article.id) == article.id):
                yield _presence(claim, article.id, own, said[claim.id], found)


def _reach(claim: Claim, stated: Mapping[str, Mapping[str, list[Span]]]) -> tuple[bool, int, str]:
    return not claim.core, -len(stated[claim.id]), claim.id


def _presence(
    claim: Claim, article: str, own: list[Span], said: frozenset[str], found: Sequence[tuple[Span, frozenset[str]]]
) -> Presence:
    if own:
        return Presence(claim=claim.id, article=article, present=True, spans=(min(own),))
    shared = [(len(said & words) / len(said | words), -span.start, span) for span, words in found if said & words]
    span = max(shared)[2] if shared else claim.statements[0].span
    return Presence(claim=claim.id, article=article, present=False, spans=(span,))
