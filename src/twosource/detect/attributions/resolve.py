"""Who the words that name a source stand for."""

import re
from collections import defaultdict
from collections.abc import Sequence

from twosource.lexicon import words
from twosource.lexicon.grammar import closed, nouns
from twosource.text.clauses import sentences_of
from twosource.text.nouns import head_of
from twosource.types.article import Article
from twosource.types.attribution import Citation
from twosource.types.party import Party
from twosource.types.span import Span

_REPORTS = frozenset(
    {
        "report",
        "reports",
        "article",
        "story",
        "paper",
        "newspaper",
        "publication",
        "outlet",
        "magazine",
        "website",
        "site",
        "journal",
        "daily",
        "broadcaster",
        "network",
        "agency",
    }
)
_PERSONAL = frozenset({"he", "she"})
_JOINT = re.compile(r"\s+(?:and|&)\s+|,\s+")
Speakers = tuple[str, ...]


class Directory:
    """The parties, by the places of their mentions."""

    def __init__(self, parties: Sequence[Party]) -> None:
        """Takes the parties of a story."""
        self._by_article: dict[str, list[tuple[Span, Party]]] = defaultdict(list)
        self.parties = {party.id: party for party in parties}
        for party in parties:
            for span in party.mentions:
                self._by_article[span.article].append((span, party))
        for held in self._by_article.values():
            held.sort(key=lambda pair: pair[0])

    def within(self, span: Span) -> list[tuple[Span, Party]]:
        """The mentions inside these words."""
        return [(place, party) for place, party in self._by_article[span.article] if span.covers(place)]

    def mentioned(self, article: str, start: int, end: int) -> list[tuple[Span, Party]]:
        """The mentions from `start` to `end`."""
        return [(place, party) for place, party in self._by_article[article] if start <= place.start < end]


class Resolver:
    """Reads one report's citations in order, and keeps who spoke last."""

    def __init__(self, article: Article, directory: Directory) -> None:
        """Takes a report, and the parties of its story."""
        self._article, self._directory = article, directory
        self._known: dict[str, tuple[Speakers, Speakers]] = {}
        self._last: Citation | None = None
        self._outlet: str | None = None
        self._writes_for: dict[str, Speakers] = {}

    def resolve(self, citation: Citation) -> tuple[Speakers, Speakers]:
        """The ids of its speakers (none where they are unnamed or unclear) and of the relays, outermost first."""
        found = self._resolve(citation)
        self._known[citation.id] = found
        if citation.source is not None and citation.inside is None:
            self._last = citation
        if citation.relays and citation.hearer is None and len(found[0]) == 1 and found[1]:
            self._writes_for[found[0][0]] = found[1]
        for party in (*found[1], *found[0]):
            if self._directory.parties[party].kind == "publication":
                self._outlet = party
        return found

    def _resolve(self, citation: Citation) -> tuple[Speakers, Speakers]:
        if citation.source is None:
            return self._known.get(citation.continues or "", ((), ()))
        around = self._around(citation)
        via = tuple(party for relay in citation.relays if (party := self._named(relay)))
        if citation.anonymous is not None:
            return (), around + (via or self._shared_relay(citation))
        pronoun = citation.source.exact.lower()
        if pronoun in _PERSONAL | {"it", "they"} and self._is_pronoun(citation.source):
            speakers, before = self._pronoun(citation, pronoun)
            return speakers, around + (via or before)
        speakers = self._phrase(citation.source)
        return speakers, around + (via or self._own_outlet(speakers))

    def _around(self, citation: Citation) -> Speakers:
        """The relays of the citation that encloses this one, and its speaker if that is an outlet."""
        outer = self._known.get(citation.inside or "")
        if outer is None:
            return ()
        outlets = [party for party in outer[0] if self._directory.parties[party].kind == "publication"]
        return (*outer[1], *outlets)

    def _own_outlet(self, speakers: Speakers) -> Speakers:
        """The outlet for which a writer was said to write, wherever he is cited in this report."""
        return self._writes_for.get(speakers[0], ()) if len(speakers) == 1 else ()

    def _is_pronoun(self, source: Span) -> bool:
        """Whether it is one: a capital in the middle of a sentence makes it a name."""
        before = self._article.text[: source.start].rstrip()
        return (
            source.exact.islower()
            or not before
            or before[-1] in '.!?”"’:;•—–)'
            or "\n" in self._article.text[len(before) : source.start]
        )

    def _pronoun(self, citation: Citation, pronoun: str) -> tuple[Speakers, Speakers]:
        """The speaker before, unless another who fits has been named since; else the party of the pronoun's mention."""
        source, last = citation.source, self._last
        if source is None:
            return (), ()
        kinds = {"person"} if pronoun in _PERSONAL else {"organization", "publication", "group"}
        if last is not None and last.source is not None:
            speakers, via = self._known.get(last.id, ((), ()))
            spoken = self._speaks_for(last.source)
            fits = [one for one in speakers if self._directory.parties[one].kind in kinds or spoken]
            others = self._since(last, citation, kinds) - set(fits)
            if len(fits) == 1 and len(speakers) == 1 and not others and self._near(last, source):
                return (fits[0],), via
            unclear = spoken or not speakers
            if unclear and pronoun in _PERSONAL and self._near(last, source):
                return (), ()
        marked = [party for _, party in self._directory.within(source)]
        if not marked and pronoun == "it":
            marked = self._sole_body(source)
        return ((marked[0].id,), self._own_outlet((marked[0].id,))) if marked else ((), ())

    def _sole_body(self, source: Span) -> list[Party]:
        """The one organisation that the sentence names before `it`."""
        begin = max(self._article.text.rfind(mark, 0, source.start) for mark in (". ", "\n", "? ", "! "))
        named = self._directory.mentioned(self._article.id, begin, source.start)
        bodies = {party.id: party for _, party in named if party.kind in {"organization", "publication"}}
        return list(bodies.values()) if len(bodies) == 1 else []

    def _speaks_for(self, source: Span) -> bool:
        """Whether the words name one who speaks for somebody else, or somebody without a name."""
        return bool(set(re.findall(r"[a-z-]+", source.exact.lower())) & nouns("spokes"))

    def _since(self, last: Citation, citation: Citation, kinds: set[str]) -> set[str]:
        """Who of these kinds is named between the two, outside of what either reports."""
        if last.source is None or citation.source is None:
            return set()
        begin = max(last.source.end, max(part.end for part in last.content) if last.inside is None else 0)
        own = citation.content
        named = self._directory.mentioned(self._article.id, min(begin, citation.source.start), citation.source.start)
        return {
            party.id
            for place, party in named
            if party.kind in kinds
            and not any(part.covers(place) for part in own)
            and place.exact.lower() not in _PERSONAL
        }

    def _near(self, last: Citation, source: Span) -> bool:
        """Whether no paragraph without either stands between: at most two breaks of paragraphs."""
        end = max(max(part.end for part in last.content), last.source.end if last.source else 0)
        gap = self._article.text[min(end, source.start) : source.start]
        return sum(bool(line.strip()) for line in gap.split("\n")[1:-1]) <= 1

    def _named(self, span: Span) -> str | None:
        """The party that a relay's words name: an outlet before all."""
        found = [party for _, party in self._directory.within(span)]
        outlets = [party for party in found if party.kind == "publication"]
        if outlets or found:
            return (outlets or found)[0].id
        return self._outlet if {word.lower() for word in span.exact.split()} & _REPORTS else None

    def _phrase(self, source: Span) -> Speakers:
        rows = sentences_of(source.exact)
        row = rows[0] if rows else ()
        found = self._directory.within(source)
        if not row:
            return ()
        head = head_of(row, (0, len(row)))
        at = source.start + head.start
        at_head = [party for place, party in found if place.start <= at < place.end]
        if len(found) > 1 and (joint := self._joint(source, found)):
            return joint
        alone = self._sole_person(source, found) or self._leading_name(source, found)
        if alone is not None:
            return (alone,)
        if at_head:
            return (at_head[0].id,)
        low = head.bare
        if low in nouns("spokes") | nouns("documents") | {"sources", "team", "office", "campaign"} or low in _REPORTS:
            return self._spoken_for(source, found, low)
        return self._described(source, low, found)

    def _sole_person(self, source: Span, found: list[tuple[Span, Party]]) -> str | None:
        """The one person named, if nothing makes another of the phrase: no `for`, `of` or `to` before, no `’s` after."""
        persons = [(place, party) for place, party in found if party.kind == "person"]
        if len({party.id for _, party in persons}) != 1:
            return None
        place, party = persons[-1]
        before = source.exact[: place.start - source.start].split()
        after = source.exact[place.end - source.start :]
        led = bool(before) and before[-1].lower() in closed("prepositions") | {"and", "the"}
        titled = (
            len(before) > 1
            and before[-1].lower().rstrip(".") in {"mr", "mrs", "ms", "dr"}
            and before[-2].lower() in closed("prepositions")
        )
        ends = not after or after.startswith((",", " (", " of ", " from ", " at ", " for ", " –", " —"))
        return party.id if ends and not led and not titled else None

    def _spoken_for(self, source: Span, found: list[tuple[Span, Party]], low: str) -> Speakers:
        """Whom a spokesperson or a document speaks for: a body beside the noun, else the person it is of."""
        ranks = {"publication": 0, "organization": 1, "group": 2, "person": 2, "place": 3}
        if low in nouns("spokes"):
            ranks |= {"publication": 1}
        bodies = [party for _, party in found if party.kind in ranks]
        if bodies:
            return (min(bodies, key=lambda party: ranks[party.kind]).id,)
        if (
            low in _REPORTS
            and self._outlet is not None
            and source.exact.lower().startswith(("the", "that", "this", "its"))
        ):
            return (self._outlet,)
        if low in {"statement", "letter"} and self._last is not None:
            return self._known.get(self._last.id, ((), ()))[0]
        return ()

    def _leading_name(self, source: Span, found: list[tuple[Span, Party]]) -> str | None:
        """`Ann Lee, Bolt’s lawyer` and `Bolt’s lawyer, Ann Lee`: the name that the rest describes."""
        for place, party in found:
            before, after = source.exact[: place.start - source.start], source.exact[place.end - source.start :]
            if party.kind != "person":
                continue
            if (
                after.startswith(",")
                and not re.search(r"[’']s?\s|,", before)
                and not set(before.lower().split()) & closed("prepositions")
            ):
                return party.id
            if before.endswith(", ") and not after:
                return party.id
        return None

    def _described(self, source: Span, low: str, found: list[tuple[Span, Party]]) -> Speakers:
        """`the company`, `the paper`: a party's mention, or the outlet last cited."""
        whole = [party for place, party in found if place.start == source.start and place.end >= source.end - 1]
        if whole:
            return (whole[0].id,)
        bodies = [party for place, party in found if party.kind == "organization" and place.start == source.start]
        if bodies and low in nouns("organisations"):
            return (bodies[0].id,)
        return ()

    def _joint(self, source: Span, found: list[tuple[Span, Party]]) -> Speakers:
        """`A and B`: each of them, where nothing but a joint stands between."""
        pieces = re.split(r"\s+and\s+|\s*&\s*", source.exact)
        if len(pieces) < 2 or any(piece.lower() in closed("prepositions") for piece in pieces):
            return ()
        ids: list[str] = []
        at = 0
        for piece in pieces:
            start = source.exact.index(piece, at)
            at = start + len(piece)
            held = [party for place, party in found if source.start + start <= place.start < source.start + at]
            last = [party for place, party in found if place.end == source.start + at and party in held]
            if not last:
                return ()
            ids.append(last[0].id)
        return tuple(dict.fromkeys(ids)) if len(set(ids)) > 1 else ()

    def _shared_relay(self, citation: Citation) -> Speakers:
        """`those people`, `the sources`: the relays of the unnamed sources just cited."""
        source = citation.source
        if source is None or not source.exact.lower().startswith(("the ", "those ", "these ", "both ", "that ")):
            return ()
        if self._last is not None and self._last.anonymous is not None:
            return self._known.get(self._last.id, ((), ()))[1]
        return ()


def spokes() -> frozenset[str]:
    """Nouns for those who speak for a body."""
    return frozenset(words("people", "spokes"))
