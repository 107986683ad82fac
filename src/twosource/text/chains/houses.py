"""Who speaks for an organisation, or heads it, is no second origin beside it."""

import re
from collections.abc import Iterator, Sequence

from twosource.text.chains.states import GOVERNMENT, state_of
from twosource.text.places import Places
from twosource.types.attribution import Attribution
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|press secretary|representative|lawyers?|attorneys?|counsel|statement)\b", re.IGNORECASE
)
"""Words by which a report says that somebody speaks for somebody else."""
# An office that is called as the body which it heads: the Interior Minister and the Interior Ministry.
_MINISTER = re.compile(r"\b([a-z]+)\s+(?:minister|secretary)\W+(?:[\w.]+\s+){0,2}$", re.IGNORECASE)
_MINISTRY = re.compile(
    r"\b(?:([a-z]+)\s+(?:ministry|department)|(?:ministry|department)\s+of\s+([a-z]+))\b", re.IGNORECASE
)
_GOVERNMENT = re.compile(r"\bgovernment(?:['’]s)?\s+spokes", re.IGNORECASE)
_NEAR = 60
_HEADS = re.compile(r"\b(?:chief executive|CEO|chair(?:man|woman)?)\b", re.IGNORECASE)


def houses(story: Story, attributions: Sequence[Attribution], parties: Sequence[Party]) -> dict[str, str]:
    """For each person (id), the one organisation that the words for them as a source name beside such an office.

    Or that bears the name of the office which a report gives them.
    """
    bodies = [party for party in parties if party.kind == "organization"]
    named = Places((mention, party.id) for party in bodies for mention in party.mentions)
    found: dict[str, set[str]] = {party.id: set() for party in parties if party.kind == "person"}
    for one in attributions:
        source = one.citation.source
        if source is not None and one.speaker in found and _is_office(source.exact):
            found[one.speaker].update(named.within(source) or _governments(source, bodies))
    fields = [(field, body.id) for body in bodies for field in _fields(body)]
    for party in parties:
        if party.id in found:
            offices = {field for mention in party.mentions for field in _offices(story, mention)}
            found[party.id].update(body for field, body in fields if field in offices)
    return {person: next(iter(held)) for person, held in found.items() if len(held) == 1}


def _governments(source: Span, bodies: Sequence[Party]) -> list[str]:
    """The one government of a story, for a "government spokesman"."""
    found = [body.id for body in bodies if (state_of(body.name) or ("", ""))[1] == GOVERNMENT]
    return found if len(found) == 1 and _GOVERNMENT.search(source.exact) else []


def _is_office(words: str) -> bool:
    return SPEAKS_FOR.search(words) is not None or _HEADS.search(words) is not None


def _fields(body: Party) -> set[str]:
    """What a ministry is for, by its names."""
    matches = (_MINISTRY.search(name) for name in (body.name, *body.aliases))
    return {(match[1] or match[2]).casefold() for match in matches if match}


def _offices(story: Story, mention: Span) -> Iterator[str]:
    """What a person is minister for, by the words before a mention, or within it."""
    text = story.article(mention.article).text[max(0, mention.start - _NEAR) : mention.end]
    name = len(mention) - len(mention.exact.split()[-1])
    for words in (text[: len(text) - len(mention)], text[: len(text) - len(mention) + name]):
        if (match := _MINISTER.search(words)) is not None:
            yield match[1].casefold()
