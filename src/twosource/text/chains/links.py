"""Links of a proposition, corrected by one another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.text.chains.ends import UNNAMED, UNRESOLVED, Link, Source
from twosource.text.chains.likely import is_bare, is_official, is_vague, may_join
from twosource.types.span import Span

_CITING = re.compile(r"\b(?:according to|cit(?:es|ed|ing)|quot(?:es|ed|ing))\W+(?:\w+\W+){0,2}$", re.IGNORECASE)


def unnamed_of(links: Sequence[Link]) -> dict[str, Source]:
    """The outlets whose unnamed sources a chain ends at: their word ends there, whoever carries it."""
    return {link.end.key.removeprefix(UNNAMED): link.end for link in links if link.end.key.startswith(UNNAMED)}


def described(links: Sequence[Link]) -> dict[str, Source]:
    """The outlets whose word is given with the description of people at which another chain ends: it ends there too."""
    people = [link.end for link in links if is_vague(link.end) and not is_bare(link.end.name)]
    told = [link for link in links if link.end.kind == "outlet"]
    return {link.end.key: end for link in told for end in people if _cites(link.statement.span.exact, end.name)}


def _cites(text: str, people: str) -> bool:
    at = text.casefold().find(people.casefold())
    return at > 0 and not is_official(people) and _CITING.search(text[:at]) is not None


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


def apart(links: Sequence[Link], beside: set[Span], firm: set[Span], cited: set[str]) -> list[Link]:
    """Without the ends that no sure statement leads to: they may have said another thing.

    Sure is a statement that is `firm`, says it by itself, and does not stand `beside` something else; where there is
    none, one that is either. A person is kept who speaks for himself, or whose statement is firm; so are, with a firm
    one, sources without a name that may be some of which there is no doubt, and outlets that several reports cite
    (`cited`).
    """
    told = [link for link in links if link.statement.span in firm]
    alone = [link for link in links if link.statement.span not in beside]
    sure = [link for link in told if link in alone] or told or alone or links
    known = {link.end.key: link.end for link in sure}
    return [link for link in links if link.end.key in known or _is_kept(link, list(known.values()), firm, cited)]


def _is_kept(link: Link, known: Sequence[Source], firm: set[Span], cited: set[str]) -> bool:
    is_firm = link.statement.span in firm
    if link.end.kind == "person":
        return is_firm or link.speaks
    if link.end.kind == "outlet":
        return is_firm and link.end.key in cited
    return is_firm and any(may_join(link.end, end) for end in known)


def clear(links: Sequence[Link]) -> list[Link]:
    """Sources that the words do not let be told apart ("a report", "it") are taken to be one of the others, if any."""
    clear = [link for link in links if link.end.key != UNRESOLVED]
    return clear or list(links)
