"""Chains of a proposition, followed to their ends; and how many of the ends are independent."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

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
# Who told it to the report that carries it is on record there, in whatever words.
_TOLD = frozenset({"told", "tells", "tell"})
# rapidfuzz's token set ratio (0-100) from which two descriptions may be of one group of people: "people familiar with
# the matter" and "people familiar with the talks" are.
_ALIKE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where chains end: `key` identifies it, `articles` rest on it.

    `speaks` says that somebody is quoted there in words of his own, for himself.
    """

    key: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...]
    via: tuple[str, ...]
    spans: tuple[Span, ...]
    speaks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """Who is at the end of one chain."""

    key: str
    name: str
    kind: OriginKind


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """One statement's chain."""

    end: _End
    via: tuple[str, ...]
    statement: Statement
    speaks: bool


@dataclass(frozen=True, slots=True)
class _Names:
    """The parties by id, and for each report the party that is its own outlet."""

    known: Mapping[str, Party]
    own: Mapping[str, str]

    def speaker(self, attribution: Attribution) -> Party | None:
        """Who speaks, if it is known."""
        return self.known.get(attribution.speaker or "")

    def outlet(self, attribution: Attribution) -> str:
        """The outlet whose source it is: the innermost relay, else that of the report itself."""
        if attribution.via:
            return attribution.via[-1]
        return self.own.get(attribution.article, f"outlet of {attribution.article}")


def ends(
    proposition: Proposition,
    story: Story,
    told: Mapping[str, Attribution],
    parties: Sequence[Party],
    reuse: Sequence[Reuse],
) -> list[End]:
    """The ends of all chains, named ones first, then reports in their own voice whose source the words do not show.

    A report that also attributes the proposition, or that cites one of its sources or relays anywhere, is not counted
    in its own voice: it may have it from there. Own-voice reports that share running text are one end.
    """
    known = {party.id: party for party in parties}
    if proposition.party in known:
        return [_answered(proposition, known[proposition.party])]
    names = _Names(known, _own_parties(story, parties))
    further = _further(told, names)
    links = [link for s in proposition.statements if (link := _link(s, told, names)) is not None]
    links = _resolved([_followed(link, further) for link in links])
    sourced = {link.statement.span.article for link in links}
    told_by = {key for link in links for key in (link.end.key, *link.via)}
    citing = {a.article for a in told.values() if told_by & {a.speaker, *a.via}}
    retold = sourced | citing
    voiced = [s for s in proposition.statements if s.attribution is None and s.span.article not in retold]
    return _merged(links) + _own_voice(voiced, story, reuse)


def _link(statement: Statement, told: Mapping[str, Attribution], names: _Names) -> _Link | None:
    attribution = told.get(statement.attribution or "")
    end = None if attribution is None else _end_of(attribution, names)
    if attribution is None or end is None:
        return None
    citation = attribution.citation
    stands_in = citation.source is not None and _SPEAKS_FOR.search(citation.source.exact)
    is_told = citation.cue is not None and citation.cue.exact.casefold() in _TOLD
    speaks = (citation.mode != "indirect" or is_told) and not stands_in and not attribution.via
    return _Link(end=end, via=attribution.via, statement=statement, speaks=speaks)


def _end_of(attribution: Attribution, names: _Names) -> _End | None:
    """All unnamed sources of one outlet are one end: nothing shows that they know it independently."""
    citation, speaker, outlet = attribution.citation, names.speaker(attribution), names.outlet(attribution)
    if citation.anonymous is not None and (speaker is None or speaker.kind in ("publication", "group")):
        return _End(key=f"unnamed|{outlet}", name=_plain(citation.anonymous.description), kind="anonymous")
    if speaker is not None:
        return _End(key=speaker.id, name=speaker.name, kind=_kind(speaker))
    if citation.source is not None:
        name = _plain(citation.source.exact)
        return _End(key=f"unresolved|{name.casefold()}", name=name, kind="anonymous")
    return None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _kind(party: Party) -> OriginKind:
    kinds: dict[str, OriginKind] = {"person": "person", "publication": "outlet", "group": "anonymous"}
    return kinds.get(party.kind, "organization")


def _answered(proposition: Proposition, party: Party) -> End:
    """A party's answer ends with the party, whoever carries it."""
    spans = tuple(statement.span for statement in proposition.statements)
    articles = tuple(dict.fromkeys(span.article for span in spans))
    return End(key=party.id, name=party.name, kind=_kind(party), articles=articles, via=(), spans=spans)


def _own_parties(story: Story, parties: Sequence[Party]) -> dict[str, str]:
    """For each report, the party that is its own outlet, where other reports name it."""
    named = {_folded(name): party.id for party in parties for name in (*party.aliases, party.name)}
    return {a.id: named[_folded(a.outlet)] for a in story.articles if a.outlet and _folded(a.outlet) in named}


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _further(told: Mapping[str, Attribution], names: _Names) -> dict[str, _End]:
    """For each outlet, where its word mostly ends: as its own report says, or one that follows it further back."""
    ends: dict[str, Counter[_End]] = defaultdict(Counter)
    for attribution in told.values():
        end, outlet = _end_of(attribution, names), names.outlet(attribution)
        is_relayed = bool(attribution.via) or attribution.citation.anonymous is not None
        if is_relayed and end is not None and end.key != outlet:
            ends[outlet][end] += 1
    # unnamed people first: they are what an outlet's own report rests on; named ones it may just quote
    return {
        outlet: max(count, key=lambda end: (end.kind == "anonymous", count[end], end.key))
        for outlet, count in ends.items()
    }


def _followed(link: _Link, further: Mapping[str, _End]) -> _Link:
    """An outlet's word that a report of the story follows further back ends where that one does."""
    if link.end.kind != "outlet" or link.end.key not in further:
        return link
    return replace(link, end=further[link.end.key], via=(*link.via, link.end.key))


def _resolved(links: Sequence[_Link]) -> list[_Link]:
    """Sources that the words do not let be told apart ("a report", "it") are taken to be one of the others, if any."""
    clear = [link for link in links if not link.end.key.startswith("unresolved|")]
    return clear or list(links)


def _merged(links: Sequence[_Link]) -> list[End]:
    groups: dict[str, list[_Link]] = defaultdict(list)
    same = _described_alike({link.end for link in links})
    for link in links:
        groups[same.get(link.end.key, link.end.key)].append(link)
    return [_end(key, group) for key, group in sorted(groups.items(), key=_reach)]


def _described_alike(ends: set[_End]) -> dict[str, str]:
    """Sources that two outlets describe in the same words may be the same: key -> the key that stands."""
    vague = ("unnamed|", "unresolved|")
    unnamed = sorted((end for end in ends if end.key.startswith(vague)), key=lambda end: (end.key, end.name))
    same: dict[str, str] = {}
    for number, end in enumerate(unnamed):
        alike = [one for one in unnamed[:number] if fuzz.token_set_ratio(one.name, end.name) >= _ALIKE]
        if alike:
            same[end.key] = same.get(alike[0].key, alike[0].key)
    return same


def _reach(item: tuple[str, list[_Link]]) -> tuple[int, str]:
    key, group = item
    return -len({link.statement.span.article for link in group}), key


def _end(key: str, group: Sequence[_Link]) -> End:
    """The longest description tells most; the longest chain shows the relays that a shorter one leaves out."""
    return End(
        key=key,
        name=max((link.end.name for link in group), key=lambda name: (len(name), name)),
        kind=group[0].end.kind,
        articles=tuple(dict.fromkeys(link.statement.span.article for link in group)),
        via=max((link.via for link in group), key=lambda via: (len(via), via)),
        spans=tuple(dict.fromkeys(link.statement.span for link in group)),
        speaks=any(link.speaks for link in group),
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


def independent(chains: Sequence[End], proposition: Proposition) -> tuple[int, int]:
    """The bounds on independent origins.

    Low: persons who speak for themselves, in their own words or to the report itself; at least one. High: every end
    that is sourced; all reports in their own voice together add at most one, since they are shown neither to know nor
    to retell. That somebody did not answer, each outlet may have seen for itself.
    """
    if proposition.answer == "silence":
        return 1, min(2, len(chains[0].articles))
    sourced = [end for end in chains if not end.key.startswith("voice|")]
    own = len(chains) - len(sourced)
    if not sourced:
        return 1, max(1, min(own, 2))
    persons = [end for end in sourced if end.kind == "person" and end.speaks]
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
    return " ".join(parts) or "No report names a source."
