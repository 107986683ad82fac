"""Who answers, where a pronoun does: the party of its own paragraph, or who says it, not somebody further up."""

import re
from collections.abc import Iterable

from twosource.text.places import Places
from twosource.text.targets import Directory
from twosource.types.article import Article
from twosource.types.attribution import Attribution, Response
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

_PRONOUNS = frozenset({"he", "she", "they", "it"})
# "While he would not confirm it, Lee said …": the name stands in the main clause behind.
_AHEAD = re.compile(r"(?:^|[,;.!?]\s*|\b(?:and|but)\s+)(?:while|although|though|even though|when)\s+$", re.IGNORECASE)
_COMMA = re.compile(r",\s*(?:[\w’'.-]+\s+){0,3}$")
_END = re.compile(r"[.!?](?=\s)")


class Answerers:
    """Tells whose the responses of a story are."""

    def __init__(self, story: Story, parties: Iterable[Party], attributions: Iterable[Attribution]) -> None:
        """Takes who is named in the story, and who says what."""
        self._story = story
        self._known = {party.id: party for party in parties}
        self._named = Directory(self._known.values())
        self._said = Places((part, one) for one in attributions for part in one.citation.content)

    def of(self, response: Response) -> Party | None:
        """The party that answers; None where that is not clear."""
        found = _named(response.party, self._story.article(response.article), self._named)
        return found or self._known.get(self._told_by(response))

    def _told_by(self, response: Response) -> str:
        """Who says of himself what a pronoun answers: `Reuters noted that it could not verify the claims`."""
        outer = self._said.covering(response.words) if response.party.exact.lower() in _PRONOUNS else []
        speakers = {one.speaker for one in outer if one.speaker is not None}
        return next(iter(speakers)) if len(speakers) == 1 else ""


def _named(words: Span, article: Article, named: Directory) -> Party | None:
    """The party that these words name; of a pronoun, one that is named before in its paragraph, or right behind it.

    Where its paragraph names nobody before, the only party of the paragraph above may be meant.

    None where a pronoun is all that the paragraph has: whom it stands for was then told from afar, and an answer must
    not be given to the wrong one.
    """
    party = named.party_at(words)
    if words.exact.lower() not in _PRONOUNS:
        return party
    block = article.block_at(words.start)
    start, end = (block.start, block.end) if block is not None else (words.start, words.end)
    if _AHEAD.search(article.text[start : words.start]):
        stop = _END.search(article.text, words.end, end)
        behind = named.named_within(article, words.end, stop.start() if stop else end)
        main = (who for place, who in behind if _COMMA.search(article.text[words.end : place]))
        if (who := next(main, None)) is not None:
            return who
    here = [who for _, who in named.named_within(article, start, words.start)]
    return party if party in here or (not here and _alone(article, start, named) == party) else None


def _alone(article: Article, start: int, named: Directory) -> Party | None:
    """The only party, no place and no paper, that the paragraph before the one that begins there names."""
    before = article.block_at(len(article.text[:start].rstrip()) - 1) if start else None
    if before is None:
        return None
    named_there = named.named_within(article, before.start, before.end)
    found = {who.id: who for _, who in named_there if who.kind not in ("place", "publication")}
    return next(iter(found.values())) if len(found) == 1 else None
