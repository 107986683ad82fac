"""Who holds an office, as the reports of a story say: `Grey Dawn leader Omar Reza`, `Ann Lee, head of Tarn Rail`."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from twosource.detect.attributions.directory import Directory, Held
from twosource.lexicon import words
from twosource.types.article import Article
from twosource.types.span import Span

_REACH = 80  # code points between a name, the office and the body
_PARTS = frozenset({"organization", "group", "place", "publication"})
_ONCE = re.compile(
    r"\b(?:former|ex|then|late|acting|deputy|vice|past|onetime|self-\w+|purported|would-be)\b|-elect\b", re.IGNORECASE
)
_OWN = re.compile(
    r"(?:the|its|their) (?:group|organi[sz]ation|company|party|country|firm|nation|agency)[’']s", re.IGNORECASE
)

Key = tuple[str, str]


class _Patterns(NamedTuple):
    """An office between a body and a name, between a name and a body, before a name, and as all that words say."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    title: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    held = "|".join(sorted(map(re.escape, words("people", "sole_offices")), key=len, reverse=True))
    role = rf"(?P<role>(?:[A-Za-z]+ )?(?:minister|secretary)|{held})"
    return _Patterns(
        before=re.compile(rf"(?:[’']s)?\s+(?:[a-z-]+\s+){{0,2}}{role},?\s+", re.IGNORECASE),
        after=re.compile(rf",?\s+(?:is |was |who is )?(?:the )?(?:[a-z-]+ ){{0,2}}{role} (?:of|at) ", re.IGNORECASE),
        title=re.compile(rf"\b{role},?\s+$", re.IGNORECASE),
        whole=re.compile(rf"(?P<led>.*?)\b{role}(?P<rest>(?: (?:of|at) .*)?)", re.IGNORECASE),
    )


class Offices:
    """The one person who holds each office of a body, or each ministry, over all reports of a story."""

    def __init__(self, articles: Iterable[Article], directory: Directory) -> None:
        """Takes the reports of a story, and its parties."""
        self._directory = directory
        self._held: dict[Key, set[str]] = defaultdict(set)
        for article in articles:
            if not article.skipped:
                self._read(article)

    def _read(self, article: Article) -> None:
        named = self._directory.mentioned(article.id, 0, len(article.text))
        persons = [pair for pair in named if pair[1].kind == "person" and pair[0].exact[:1].isupper()]
        for place, person in persons:
            lead = article.text[max(0, place.start - _REACH) : place.start]
            if (title := _patterns().title.search(lead)) and " " in title["role"] and not _ONCE.search(lead[-40:]):
                self._held[title["role"].lower(), ""].add(person.id)
            for body, party in self._directory.mentioned(article.id, place.start - _REACH, place.end + _REACH):
                if party.kind in _PARTS and (role := self._between(article.text, place, body)):
                    self._held[role, party.id].add(person.id)

    def _between(self, text: str, person: Span, body: Span) -> str | None:
        """The office that stands between a name and a body's."""
        if body.end <= person.start:
            found = _patterns().before.fullmatch(text, body.end, person.start)
            begin = body.start
        else:
            found = _patterns().after.match(text, person.end, body.start)
            rest = text[found.end() : body.start] if found else ""
            begin = person.end
            found = None if any(mark in rest for mark in ",.;:\n") else found
        if found is None or _ONCE.search(text, max(0, begin - 12), found.end()):
            return None
        return found["role"].lower()

    def holder(self, source: Span) -> str | None:
        """The person (id) whom words without a name tell by an office: `the leader of Grey Dawn`, `its leader`."""
        found = self._directory.within(source)
        whole = _patterns().whole.fullmatch(" ".join(source.exact.split()))
        if whole is None or _ONCE.search(source.exact) or any(party.kind == "person" for _, party in found):
            return None
        role, led = whole["role"].lower(), whole["led"].strip()
        if not (led.lower().startswith("the") or led.lower() in {"its", "their"} or led.endswith(("’s", "'s"))):
            return None
        holders = self._of(role, found)
        if holders is None and not whole["rest"]:
            if " " in role and (led.lower() == "the" or _OWN.fullmatch(led)):
                holders = self._held.get((role, ""))
            elif _OWN.fullmatch(led):
                holders = self._of_any(role) & self._named(source)
        return next(iter(holders)) if holders and len(holders) == 1 else None

    def _of_any(self, role: str) -> set[str]:
        return set().union(*(held for (office, body), held in self._held.items() if office == role and body))

    def _named(self, source: Span) -> set[str]:
        """The persons whom the report has named before."""
        before = self._directory.mentioned(source.article, 0, source.end)
        return {party.id for _, party in before if party.kind == "person"}

    def _of(self, role: str, found: Held) -> set[str] | None:
        """Who holds the office of the body that the words name; of ministries, whoever is the only one in the story."""
        bodies = [party.id for _, party in found if party.kind in _PARTS]
        if not bodies:
            return None
        holders = set().union(*(self._held.get((role, body), set()) for body in bodies))
        return holders or (self._held.get((role, "")) if " " in role else None)
