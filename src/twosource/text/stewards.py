"""Who speaks for a party: its leader, its lawyer, its spokeswoman, as the reports introduce them."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from twosource.lexicon import words
from twosource.types.article import Article
from twosource.types.party import Party
from twosource.types.story import Story

_FAR = 80


def stewards(parties: Iterable[Party], served: Collection[str], story: Story) -> frozenset[str]:
    """The persons (ids) who are told to lead, or to speak for, one of the parties `served` (ids).

    "Orlon chief executive Ann Lee", "Orlon's lawyer, Ann Lee", "Ann Lee, a spokeswoman for Orlon".
    """
    parties = list(parties)
    places: dict[str, list[tuple[int, int]]] = {}
    for party in parties:
        if party.id in served:
            for mention in party.mentions:
                places.setdefault(mention.article, []).append((mention.start, mention.end))
    texts = {article.id: article for article in story.articles}
    return frozenset(
        party.id
        for party in parties
        if party.kind == "person" and party.id not in served
        for mention in party.mentions
        if mention.exact[:1].isupper()
        and any(
            _serves(texts[mention.article], mention.start, mention.end, *one) for one in places.get(mention.article, ())
        )
    )


def is_stewards(words_: str) -> bool:
    """Whether words for somebody without a name say that he leads, or speaks for, whom they name: "Orlon's lawyers"."""
    return _role().search(words_) is not None


def _serves(article: Article, start: int, end: int, first: int, last: int) -> bool:
    if 0 < start - last < _FAR:
        return _before().fullmatch(article.text, last, start) is not None
    return 0 < first - end < _FAR and _after().fullmatch(article.text, end, first) is not None


@cache
def _roles() -> str:
    return "|".join(sorted({*words("denial", "stewards"), *words("people", "offices")}, key=len, reverse=True))


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_roles()}|office|camp|side|team|family|government)s?\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """Between the party and the person: "'s leader, "."""
    return re.compile(
        rf"(?:['’]s?)?\s+(?:(?!of\b|and\b)[\w-]+\s+){{0,2}}(?:{_roles()})(?:\s+of\s+\w+)?,?\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?"
    )


@cache
def _after() -> re.Pattern[str]:
    """Between the person and the party: ", a spokeswoman for "."""
    return re.compile(
        rf",?\s+(?:(?:a|an|the|its|their)\s+)?(?:[\w-]+\s+){{0,2}}(?:{_roles()})\s+(?:of|for|at|to)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}"
    )
