"""Those who speak for somebody else: for whom they do."""

import re
from collections import defaultdict
from collections.abc import Iterable

from twosource.detect.attributions.directory import Directory
from twosource.types.attribution import Citation
from twosource.types.party import Party
from twosource.types.span import Span

_SPOKES = re.compile(
    r"\b(?:spokes(?:man|woman|person)|press officer|communications (?:chief|director|head|manager|officer)"
    r"|(?:head|director|chief|vice president) of (?:\w+ )?communications)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+(?:for|of|at|with|from)\s+(?:the\s+)?", re.IGNORECASE)
_BEFORE = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}")
_NEAR = 160  # code points, about a sentence and a half
_BODIES = frozenset({"organization", "publication"})


def spoken_for(citations: Iterable[Citation], directory: Directory) -> dict[str, str]:
    """Persons (ids) whom a source's words call a spokesperson, and the one body that they speak for in the story."""
    found: dict[str, set[str]] = defaultdict(set)
    for citation in citations:
        if citation.source is not None and (pair := _pair(citation.source, directory)):
            found[pair[0]].add(pair[1])
    return {person: next(iter(bodies)) for person, bodies in found.items() if len(bodies) == 1}


def _pair(source: Span, directory: Directory) -> tuple[str, str] | None:
    """The spokesperson and the body, where both stand in the words: `Ann Lee, a spokeswoman for Tarn Rail`.

    Where no body does, the one body named shortly before: `Tarn Rail denies it. Communications chief Ann Lee said …`.
    Who is spoken for is no spokesperson (`a spokeswoman for Ann Lee`).
    """
    noun = _SPOKES.search(source.exact)
    if noun is None:
        return None
    held = directory.within(source)
    persons = {party.id for place, party in held if party.kind == "person" and not _is_served(source, noun, place)}
    bodies = {party.id for place, party in held if _is_theirs(source, noun, place, party)}
    if not any(party.kind in _BODIES for _, party in held):
        before = directory.mentioned(source.article, max(0, source.start - _NEAR), source.start)
        bodies = {party.id for _, party in before if party.kind in _BODIES}
    return (persons.pop(), bodies.pop()) if len(persons) == len(bodies) == 1 else None


def _is_served(source: Span, noun: re.Match[str], place: Span) -> bool:
    begin = place.start - source.start
    return begin > noun.end() and _AFTER.fullmatch(source.exact, noun.end(), begin) is not None


def _is_theirs(source: Span, noun: re.Match[str], place: Span, party: Party) -> bool:
    """Whether the body stands beside the noun, as the one that is spoken for."""
    if party.kind not in _BODIES:
        return False
    begin, end = place.start - source.start, place.end - source.start
    if begin > noun.end():
        return _AFTER.fullmatch(source.exact, noun.end(), begin) is not None
    return end <= noun.start() and _BEFORE.fullmatch(source.exact, end, noun.start()) is not None
