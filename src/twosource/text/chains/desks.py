"""Who writes for an outlet is no origin beside it; and one outlet goes by several names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.text.places import by_article
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

_DESK = (
    r"(?:reporters?|columnists?|writers?|correspondents?|journalists?|editors?|bloggers?|anchors?|hosts?|critics?"
    r"|contributors?|authors?)"
)
# Between an outlet and a person: "the Post's Ann Lee"; "Post reporter Ann Lee", which also shows that it is an outlet.
_OWN = re.compile(r"['’]s?\s+(?:own\s+)?(?:[a-z-]+\s+){0,3}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,2}}{_DESK}\s+", re.IGNORECASE)
# Between a person and an outlet: "Ann Lee of the Post"; "Ann Lee, writing for the Post", "… a reporter at the Post".
_OF = re.compile(r",?\s+of\s+(?:the\s+)?", re.IGNORECASE)
_AFTER = re.compile(
    rf",?\s+(?:(?:writing|who\s+writes)\s+(?:for|in|at)"
    rf"|(?:an?\s+|the\s+)?(?:[a-z-]+\s+){{0,2}}{_DESK}\s+(?:of|at|for|with|from))\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FAR = 60
# What the name of an outlet may be taken for: "Vancouver Province" is a newspaper. "London reporters" are of no outlet.
_KINDS = ("publication", "organization", "place")
# What an outlet's name may have beside its shorter form.
_FURTHER = ("daily", "news", "online", "magazine", "com", "website")


def desks(story: Story, parties: Sequence[Party]) -> dict[str, str]:
    """For each person (id) whom the reports call a writer of one outlet, that outlet (id)."""
    people = _mentions(one for one in parties if one.kind == "person")
    outlets = _mentions(one for one in parties if one.kind in _KINDS and (one.kind != "place" or " " in one.name))
    found: dict[str, set[str]] = defaultdict(set)
    for article, placed in people.items():
        text = story.article(article).text
        for place, person in placed:
            found[person.id].update(one.id for at, one in outlets.get(article, ()) if _is_of(text, place, at, one))
    return {person: next(iter(held)) for person, held in found.items() if len(held) == 1}


def _mentions(parties: Iterable[Party]) -> dict[str, list[tuple[Span, Party]]]:
    placed = [(mention, party) for party in parties for mention in party.mentions]
    return by_article(placed, lambda one: one[0].article)


def _is_of(text: str, person: Span, outlet: Span, party: Party) -> bool:
    """Whether the words between the two make the one a writer of the other."""
    known = party.kind == "publication"
    if outlet.end <= person.start <= outlet.end + _FAR:
        ways, start, end = (_BEFORE, *((_OWN,) if known else ())), outlet.end, person.start
    elif person.end <= outlet.start <= person.end + _FAR:
        ways, start, end = (_AFTER, *((_OF,) if known else ())), person.end, outlet.start
    else:
        return False
    return any(way.fullmatch(text, start, end) for way in ways)


def namesakes(parties: Sequence[Party]) -> dict[str, str]:
    """For each outlet (id) that goes by a longer name too, the id under which all its names stand."""
    held: dict[str, str] = {}
    outlets = [one for one in parties if one.kind == "publication"]
    for party in sorted(outlets, key=lambda one: one.id):
        first = next((held[name] for name in _squeezed(party) if name in held), party.id)
        held |= {name: held.get(name, first) for name in _squeezed(party)}
    found = {
        party.id: next(held[name] for name in _squeezed(party)) for party in parties if party.kind == "publication"
    }
    return {key: other for key, other in found.items() if key != other}


def _squeezed(party: Party) -> Iterator[str]:
    """Its names without blanks and stops, and without what a shorter form leaves out, in a fixed order."""
    for name in (party.name, *party.aliases):
        plain = re.sub(r"[\W_]+", "", name.casefold().removeprefix("the "))
        short = next((plain.removesuffix(end) for end in _FURTHER if plain.endswith(end) and plain != end), plain)
        if short:
            yield short
