"""Chains of a proposition, followed to their ends."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.lexicon import words
from twosource.lexicon.grammar import nouns
from twosource.text.chains.desks import desks, namesakes
from twosource.text.chains.ends import UNCITED, UNNAMED, UNRESOLVED, End, Link, Source
from twosource.text.chains.houses import houses
from twosource.text.chains.links import apart, beyond_relays, clear, described, followed, unnamed_of
from twosource.text.chains.merging import merged, own_voices, sharing
from twosource.text.chains.speech import bids, is_ahead, speaks
from twosource.text.chains.topic import Said, Topic, names_of, said
from twosource.text.words import words as words_of
from twosource.types.attribution import Attribution
from twosource.types.claim import OriginKind, Proposition, Statement
from twosource.types.comparison import Reuse
from twosource.types.party import Party
from twosource.types.story import Story

# What somebody says for the case that it is so, he does not say to be so.
_IF = re.compile(r"\W*(?:if|whether)\b", re.IGNORECASE)


class Chains:
    """Follows the chains of a story's propositions; what it needs of the whole story is looked up once."""

    def __init__(
        self, story: Story, attributions: Sequence[Attribution], parties: Sequence[Party], reuse: Sequence[Reuse]
    ) -> None:
        """Takes the findings of one story."""
        self._story = story
        self._told = {attribution.id: attribution for attribution in attributions}
        self._known = {party.id: party for party in parties}
        self._own = _own_parties(story, parties)
        outlets = {party.id for party in parties if party.kind == "publication"} | set(self._own.values())
        self._naming = {
            party.id: {mention.article for mention in party.mentions} for party in parties if party.id in outlets
        }
        self._houses = houses(story, attributions, parties)
        self._desks, self._one = desks(story, parties), namesakes(parties)
        self._papers = frozenset(self._desks.values())
        self._names, self._behind = names_of(parties), self._relayed()
        self._cited: dict[str, set[str | None]] = defaultdict(set)  # whom each report cites, as source or relay
        for one in attributions:
            self._cited[one.article].update((one.speaker, *one.via))
        count = Counter(self._one.get(key or "", key) for cited in self._cited.values() for key in cited)
        self._often = {key for key, number in count.items() if key is not None and number > 1}
        self._sharing = sharing(reuse)

    def ends(self, proposition: Proposition) -> list[End]:
        """The ends of all chains, sourced ones first, then reports in their own voice.

        A report that also attributes the proposition, or that cites one of its sources or relays anywhere, is not
        counted in its own voice, nor is one that names an outlet on whose word others have it: it may have it from
        there.
        """
        if proposition.party in self._known:
            return [_answered(proposition, self._known[proposition.party])]
        topic = Topic(proposition, self._names)
        linked = [link for s in proposition.statements if (link := self._link(s, topic)) is not None]
        found = [link for link in linked if topic.is_stated_in(link.statement.span.exact)] or linked
        cited = {link.end.key for link in found if link.end.kind == "outlet"}
        further = self._followed_back(topic, cited) | described(found) | unnamed_of(found)
        links = beyond_relays(clear([followed(link, further) for link in found]))
        firm = {one.span for one in proposition.statements if topic.is_asserted_in(one.span.exact)}
        links = self._housed(apart(links, set(proposition.beside), firm, self._often))
        ended = {link.statement.span.article for link in links}
        rest = [s for s in proposition.statements if s.span in firm and s.span.article not in ended]
        unsourced = [s for s in rest if self._is_open(s, topic)]
        retold = {s: link for s in unsourced if (link := self._retold(s, links)) is not None}
        sourced = {link.statement.span.article for link in (*linked, *retold.values())}
        voiced = [s for s in (unsourced if links else rest) if s.attribution is None and s.span.article not in sourced]
        if links:
            voiced = [s for s in voiced if not topic.is_report_of(s.span.exact)]
        return merged([*links, *retold.values()]) + own_voices(voiced, self._story, self._sharing)

    def left(self, proposition: Proposition, ends: Sequence[End]) -> int:
        """How many reports have it only on the word of somebody who is no end, and name no end, nor a relay to one."""
        known = {key for end in ends for key in (end.key, *end.via)}
        ended = {article for end in ends for article in end.articles}
        ended |= {one.span.article for one in proposition.statements if one.attribution is None}
        topic = Topic(proposition, self._names)
        stated = (one for one in proposition.statements if topic.is_stated_in(one.span.exact))
        told = (self._told[one.attribution] for one in stated if one.attribution in self._told)
        apart = {one.article for one in told if not self._rests_on(known, one)}
        return 0 if proposition.answer is not None else len(apart - ended)

    def _rests_on(self, keys: set[str], attribution: Attribution) -> bool:
        """Whether a source is one of these or came through one, or is not shown in a report that names one of them."""
        if keys.intersection((attribution.speaker or "", *attribution.via)):
            return True
        return not self._is_clear(attribution) and self._is_named(keys, attribution.article)

    def _is_open(self, statement: Statement, topic: Topic) -> bool:
        """Whether it states the whole without words that show a source."""
        if statement.attribution is None:
            return topic.is_whole_in(statement.span.exact)
        told = self._told.get(statement.attribution)
        return not self._is_clear(told) and (told is None or told.citation.mode != "direct")

    def _is_clear(self, attribution: Attribution | None) -> bool:
        """Whether words show a source: somebody with a name, or people who are described."""
        end = None if attribution is None else self._source(attribution)
        return end is not None and end.key != UNRESOLVED

    def _is_named(self, keys: Iterable[str], article: str) -> bool:
        """Whether a report cites one of these as a source or relay, or names it, if it is an outlet."""
        cited = self._cited.get(article, set())
        return any(key in cited or article in self._naming.get(key, ()) for key in keys)

    def _retold(self, statement: Statement, links: Sequence[Link]) -> Link | None:
        """What a report states without a source that its words show rests on a chain whose end or relay it names."""
        ranked = sorted(links, key=lambda link: link.end.kind == "person" and not link.via)  # whom it cites, it may ask
        for link in ranked:
            if self._is_named((link.end.key, *link.via), statement.span.article):
                return replace(link, statement=statement, speaks=False)
        return None

    def _link(self, statement: Statement, topic: Topic) -> Link | None:
        attribution = self._told.get(statement.attribution or "")
        end = None if attribution is None else self._source(attribution)
        if attribution is None or end is None or _IF.match(statement.span.exact):
            return None
        if topic.is_report_of(statement.span.exact) or bids(attribution):
            return None
        if is_ahead(attribution, self._story.article(attribution.article).text):
            return None
        return Link(end=end, via=self._relays(attribution, end), statement=statement, speaks=speaks(attribution))

    def _relays(self, attribution: Attribution, end: Source) -> tuple[str, ...]:
        """The relays on the way to an end, each outlet under one name."""
        relays = dict.fromkeys(self._one.get(relay, relay) for relay in attribution.via)
        return tuple(relay for relay in relays if relay != end.key)

    def _source(self, attribution: Attribution) -> Source | None:
        """All unnamed sources of one outlet are one: nothing shows that they know it independently."""
        citation, speaker = attribution.citation, self._speaker(attribution)
        if citation.anonymous is not None and (speaker is None or speaker.kind in ("publication", "group")):
            name = _plain(citation.anonymous.description)
            return Source(key=f"{UNNAMED}{self._outlet(attribution)}", name=name, kind="anonymous")
        if speaker is not None:
            kind = "outlet" if speaker.id in self._papers else _kind(speaker)
            return Source(key=speaker.id, name=speaker.name, kind=kind)
        if citation.source is not None:
            name = _plain(citation.source.exact)
            return Source(key=f"{UNRESOLVED}{_told_apart(name)}", name=name, kind="anonymous")
        return None

    def _speaker(self, attribution: Attribution) -> Party | None:
        """Who speaks: for a writer of an outlet, the outlet; for an outlet of several names, the one that stands."""
        key = attribution.speaker or ""
        key = self._desks.get(key, key)
        return self._known.get(self._one.get(key, key))

    def _outlet(self, attribution: Attribution) -> str:
        """The outlet whose source it is: the innermost relay, else that of the report itself."""
        if attribution.via:
            return self._one.get(attribution.via[-1], attribution.via[-1])
        return self._own.get(attribution.article, f"{UNCITED}{attribution.article}")

    def _followed_back(self, topic: Topic, cited: Iterable[str]) -> dict[str, Source]:
        """For each of these outlets, where its word mostly ends.

        Whom it cites for something else says nothing of where it has this from.
        """
        ends: dict[str, Counter[Source]] = defaultdict(Counter)
        for outlet in cited:
            for end, told in self._behind.get(outlet, ()):
                if topic.is_of(told):
                    ends[outlet][end] += 1
        return {outlet: _weightiest(count) for outlet, count in ends.items()}

    def _relayed(self) -> dict[str, list[tuple[Source, Said]]]:
        """For each outlet (id), whom it cites for what: as its own report says, or one that follows it further back."""
        found: dict[str, list[tuple[Source, Said]]] = defaultdict(list)
        for attribution in self._told.values():
            if attribution.via or attribution.citation.anonymous is not None:
                end, outlet = self._source(attribution), self._outlet(attribution)
                if end is not None and end.key not in (outlet, UNRESOLVED):
                    found[outlet].append((end, said(attribution)))
        return found

    def _housed(self, links: Sequence[Link]) -> list[Link]:
        """Who speaks for an organisation that is an end too ends there."""
        ends = {link.end.key: link.end for link in links}
        homes = [ends.get(self._houses.get(link.end.key, ""), link.end) for link in links]
        return [
            link if link.end == home else replace(link, end=home, speaks=False)
            for link, home in zip(links, homes, strict=True)
        ]


def _weightiest(count: Counter[Source]) -> Source:
    """Unnamed people first: they are what an outlet's own report rests on; named ones it may just quote."""
    return max(count, key=lambda end: (end.kind == "anonymous", count[end], end.key, end.name))


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


def _plain(text: str) -> str:
    return " ".join(text.split())


def _told_apart(name: str) -> str:
    """What tells a source that no name resolves from others: "the rebels" from "the police"; nothing of a report's."""
    said = [word for word in words_of(name) if word not in ("the", "a", "an")]
    is_plain = len(said) == 1 and (said[0] in nouns("organisations") or said[0] in nouns("persons"))
    return said[0] if is_plain and f"the {said[0]}" not in words("relations", "open", "words") else ""


def _kind(party: Party) -> OriginKind:
    kinds: dict[str, OriginKind] = {"person": "person", "publication": "outlet", "group": "anonymous"}
    return kinds.get(party.kind, "organization")
