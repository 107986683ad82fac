"""Chains of a proposition, followed to their ends; and how many of the ends are independent."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.claim import OriginKind, Proposition, Statement
from twosource.types.comparison import Reuse
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

# Who speaks for somebody else is no second voice beside them.
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|press secretary|representative|lawyers?|attorneys?|counsel|statement)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where chains end: `key` identifies it, `articles` rest on it, `speaks_for` says that it is another's voice."""

    key: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...]
    via: tuple[str, ...]
    spans: tuple[Span, ...]
    speaks_for: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """One statement's chain."""

    key: str
    name: str
    kind: OriginKind
    via: tuple[str, ...]
    statement: Statement
    speaks_for: bool


def ends(
    proposition: Proposition,
    story: Story,
    told: Mapping[str, Attribution],
    parties: Sequence[Party],
    reuse: Sequence[Reuse],
) -> list[End]:
    """The ends of all chains, named ones first, then reports in their own voice whose source the words do not show.

    A report that also attributes the proposition is not counted in its own voice. Own-voice reports that share running
    text are one end.
    """
    known = {party.id: party for party in parties}
    links = [link for s in proposition.statements if (link := _link(s, told, known)) is not None]
    links = [_resolved(link, links) for link in links]
    sourced = {link.statement.span.article for link in links}
    voiced = [s for s in proposition.statements if s.attribution is None and s.span.article not in sourced]
    return _merged(links) + _own_voice(voiced, story, reuse)


def _link(statement: Statement, told: Mapping[str, Attribution], known: Mapping[str, Party]) -> _Link | None:
    attribution = told.get(statement.attribution or "")
    if attribution is None:
        return None
    citation, speaker = attribution.citation, known.get(attribution.speaker or "")
    outlet = attribution.via[-1] if attribution.via else f"outlet of {attribution.article}"
    speaks_for = citation.source is not None and bool(_SPEAKS_FOR.search(citation.source.exact))
    if citation.anonymous is not None and (speaker is None or speaker.kind in ("publication", "group")):
        key, name, kind = f"unnamed|{outlet}", citation.anonymous.description, "anonymous"
    elif speaker is not None:
        key, name, kind = speaker.id, speaker.name, _kind(speaker)
    elif citation.source is not None:
        key, name, kind = f"unresolved|{citation.source.exact.casefold()}", citation.source.exact, "anonymous"
    else:
        return None
    return _Link(
        key=key,
        name=" ".join(name.split()),
        kind=kind,  # type: ignore[arg-type]  # one of three literals, as just set
        via=attribution.via,
        statement=statement,
        speaks_for=speaks_for,
    )


def _kind(party: Party) -> OriginKind:
    kinds: dict[str, OriginKind] = {"person": "person", "publication": "outlet", "group": "anonymous"}
    return kinds.get(party.kind, "organization")


def _resolved(link: _Link, links: Sequence[_Link]) -> _Link:
    """An outlet's word that another report follows further back ends where that one does."""
    if link.kind != "outlet":
        return link
    further = [other for other in links if other.key != link.key and other.via[-1:] == (link.key,)]
    if not further:
        return link
    end = min(further, key=lambda other: (other.kind != "anonymous", other.key))
    return _Link(
        key=end.key,
        name=end.name,
        kind=end.kind,
        via=(*link.via, link.key),
        statement=link.statement,
        speaks_for=end.speaks_for,
    )


def _merged(links: Sequence[_Link]) -> list[End]:
    groups: dict[str, list[_Link]] = defaultdict(list)
    for link in links:
        groups[link.key].append(link)
    return [_end(key, group) for key, group in sorted(groups.items(), key=_reach)]


def _reach(item: tuple[str, list[_Link]]) -> tuple[int, str]:
    key, group = item
    return -len({link.statement.span.article for link in group}), key


def _end(key: str, group: Sequence[_Link]) -> End:
    """The longest description tells most; the longest chain shows the relays that a shorter one leaves out."""
    return End(
        key=key,
        name=max((link.name for link in group), key=lambda name: (len(name), name)),
        kind=group[0].kind,
        articles=tuple(dict.fromkeys(link.statement.span.article for link in group)),
        via=max((link.via for link in group), key=lambda via: (len(via), via)),
        spans=tuple(dict.fromkeys(link.statement.span for link in group)),
        speaks_for=all(link.speaks_for for link in group),
    )


def _own_voice(voiced: Sequence[Statement], story: Story, reuse: Sequence[Reuse]) -> list[End]:
    merged: dict[str, str] = {}
    for statement in voiced:
        article = statement.span.article
        merged.setdefault(article, article)
    for shared in reuse:
        first, second = shared.articles
        if first in merged and second in merged:
            kept, dropped = sorted((merged[first], merged[second]))
            merged = {key: kept if value == dropped else value for key, value in merged.items()}
    found = []
    for head in sorted(set(merged.values())):
        articles = tuple(sorted(key for key, value in merged.items() if value == head))
        spans = tuple(s.span for s in voiced if s.span.article in articles)
        name = called(story.article(head))
        found.append(End(key=f"voice|{head}", name=name, kind="outlet", articles=articles, via=(), spans=spans))
    return found


def called(article: Article) -> str:
    """How a report is called: by its outlet, else its file's name, else its id."""
    return article.outlet or (article.file or article.id).replace("\\", "/").rpartition("/")[2]


def independent(chains: Sequence[End]) -> tuple[int, int]:
    """The bounds on independent origins.

    Low: persons on record who speak for themselves to the report that carries them; at least one. High: every end
    that is sourced; all reports in their own voice together add at most one, since they are shown neither to know nor
    to retell.
    """
    sourced = [end for end in chains if not end.key.startswith("voice|")]
    own = len(chains) - len(sourced)
    if not sourced:
        return min(own, 1), min(own, 2)
    persons = [end for end in sourced if end.kind == "person" and not end.speaks_for and not end.via]
    low = max(1, len(persons))
    return low, max(low, len(sourced) + (1 if own else 0))


def reason(chains: Sequence[End], low: int, high: int) -> str:
    """Why the bounds are what they are, in one or two sentences."""
    sourced = [end for end in chains if not end.key.startswith("voice|")]
    own = sorted({article for end in chains if end.key.startswith("voice|") for article in end.articles})
    parts = []
    if sourced:
        parts.append("The chains end at " + "; ".join(end.name for end in sourced) + ".")
    if own:
        count = f"{len(own)} report{'s' if len(own) != 1 else ''}"
        tail = "; taken together they may be one more" if sourced and high > low else ""
        verb = "state" if len(own) != 1 else "states"
        parts.append(f"{count} {verb} it without naming a source{tail}.")
    return " ".join(parts)
