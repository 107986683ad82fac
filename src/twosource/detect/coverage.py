"""Coverage: which report carries which claim."""

from collections.abc import Iterator, Sequence
from heapq import nlargest

from twosource.text.judging.judge import Judge
from twosource.text.passages import passages
from twosource.text.places import by_article
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.claim import Claim, Presence
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

# A passage carries a claim that it was not grouped with if its mean affinity to the nearest so many statements is this.
_CARRIES, _NEAREST = 0.42, 2
# The largest story of forty reports that was looked at has 181 claims of two reports or more.
_MOST = 200
# So many of a claim's statements speak for all when it is asked whether a passage carries it.
_SPEAKING = 60


def coverage(
    story: Story, claims: Sequence[Claim], attributions: Sequence[Attribution], parties: Sequence[Party]
) -> Iterator[Presence]:
    """For each claim of the story and each report: the words that carry it, or the nearest words where none do.

    An absence is shown with the nearest words of that report, so that a reader can judge it. A claim that one report
    alone makes is shown as well: it heads that report, or it is an answer that all others leave out. What it misses on
    purpose: a
    report that carries a claim in words that share little with those of others counts as without it, and its nearest
    words are the ones to read. Of a story of very many claims, absences are shown for the core and the claims that most
    reports make: each report has as many rows at most, however many there are. Of a copy, what its own sentences carry
    is told here; what it repeats, its original has.
    """
    originals = {story.original(article.id) for article in story.articles if article.skipped is None}
    told = claims if len(originals) > 1 else ()
    stated = {claim.id: by_article((one.span for one in claim.statements), lambda span: span.article) for claim in told}
    ranked = sorted(told, key=lambda claim: (not claim.core, -len(stated[claim.id]), claim.id))
    shown = {claim.id for claim in ranked[:_MOST]}
    nearest = _Nearest(story, told, attributions, parties)
    for article in story.articles:
        is_original = story.original(article.id) == article.id
        for claim in told if article.skipped is None else ():
            own = stated[claim.id].get(article.id)
            if own:
                yield Presence(claim=claim.id, article=article.id, present=True, spans=(min(own),))
            elif is_original and claim.id in shown:
                yield _presence(claim, article.id, nearest)


def _presence(claim: Claim, article: str, nearest: "_Nearest") -> Presence:
    """Whether a report that was not grouped with a claim carries it."""
    span = nearest(claim, article)
    if span is None:
        return Presence(claim=claim.id, article=article, present=False, spans=(claim.statements[0].span,))
    return Presence(claim=claim.id, article=article, present=nearest.carries(span, claim), spans=(span,))


class _Nearest:
    """The passages of each report that come nearest to a claim."""

    def __init__(
        self, story: Story, claims: Sequence[Claim], attributions: Sequence[Attribution], parties: Sequence[Party]
    ) -> None:
        self._passages: dict[str, list[tuple[Span, frozenset[str]]]] = {}
        held = by_article(attributions, lambda one: one.article)
        for article in story.articles:
            found = [] if article.skipped else passages(article, held[article.id])
            self._passages[article.id] = [(one.span, _content(one.span.exact)) for one in found]
        self._said = {claim.id: _content(claim.text) for claim in claims}
        stated = [statement.span for claim in claims for statement in claim.statements]
        said = dict.fromkeys([*(span for found in self._passages.values() for span, _ in found), *stated])
        self._number = {span: number for number, span in enumerate(said)}
        self._judge = Judge(list(said), parties)

    def __call__(self, claim: Claim, article: str) -> Span | None:
        """The passage of a report that shares most content words with the claim, if any does."""
        said = self._said[claim.id]
        shared = [
            (len(said & words) / len(said | words), -span.start, span)
            for span, words in self._passages[article]
            if said & words
        ]
        return max(shared)[2] if shared else None

    def carries(self, span: Span, claim: Claim) -> bool:
        """Whether a passage probably states what the claim's statements do: one may say something else beside it."""
        place = self._number[span]
        others = (self._number[statement.span] for statement in claim.statements[:_SPEAKING])
        near = nlargest(_NEAREST, ((self._judge.affinity(place, other), other) for other in others))
        if any(self._judge.are_opposed(place, other) for _, other in near):
            return False
        return sum(affinity for affinity, _ in near) >= _CARRIES * len(near)


def _content(text: str) -> frozenset[str]:
    return frozenset(news().content(text))
