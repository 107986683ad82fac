"""Links of a proposition, corrected by one another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.text.chains.ends import UNNAMED, UNRESOLVED, Link, Source
from twosource.types.span import Span


def unnamed_of(links: Sequence[Link]) -> dict[str, Source]:
    """The outlets whose unnamed sources a chain ends at: their word ends there, whoever carries it."""
    return {link.end.key.removeprefix(UNNAMED): link.end for link in links if link.end.key.startswith(UNNAMED)}


def followed(link: Link, further: Mapping[str, Source]) -> Link:
    """An outlet's word that a report of the story follows further back ends where that one does."""
    if link.end.kind != "outlet" or link.end.key not in further:
        return link
    return replace(link, end=further[link.end.key], via=(*link.via, link.end.key))


def beyond_relays(links: Sequence[Link]) -> list[Link]:
    """Who passes on another's words in one chain is no end in another: that one ends where the first does."""
    ends = {relay: link for link in links for relay in link.via if relay != link.end.key}
    return [
        link
        if (beyond := ends.get(link.end.key)) is None or beyond.end.key in ends
        else replace(link, end=beyond.end, via=(*link.via, link.end.key), speaks=False)
        for link in links
    ]


def apart(links: Sequence[Link], beside: set[Span]) -> list[Link]:
    """Without the ends that only statements beside something else lead to: what they said may be the other thing."""
    known = {link.end.key for link in links if link.statement.span not in beside}
    return [link for link in links if not known or link.end.key in known or (link.speaks and link.end.kind == "person")]


def clear(links: Sequence[Link]) -> list[Link]:
    """Sources that the words do not let be told apart ("a report", "it") are taken to be one of the others, if any."""
    clear = [link for link in links if link.end.key != UNRESOLVED]
    return clear or list(links)
