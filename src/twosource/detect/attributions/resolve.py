"""Who the words that name a source stand for."""

import re
from collections import defaultdict
from collections.abc import Sequence

from twosource.lexicon import words
from twosource.lexicon.grammar import closed, nouns
from twosource.text.clauses import sentences_of
from twosource.text.phrases import head_of
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

    def between(self, article: str, start: int, end: int) -> list[Party]:
        """The parties mentioned from `start` to `end`."""
        return [party for place, party in self._by_article[article] if start <= place.start < end]


class Resolver:
    """Reads one report's citations in order, and keeps who spoke last."""

    def __init__(self, article: Article, directory: Directory) -> None:
        """Takes a report, and the parties of its story."""
        self._article, self._directory = article, directory
        self._known: dict[str, tuple[Speakers, Speakers]] = {}
        self._last: Citation | None = None
        self._outlet: str | None = None
        self._anonymous: dict[str, Speakers] = {}

    def resolve(self, citation: Citation) -> tuple[Speakers, Speakers]:
        """The ids of its speakers (none where they are unnamed or unclear) and of the relays, outermost first."""
        found = self._resolve(citation)
        self._known[citation.id] = found
        if citation.source is not None and citation.inside is None:
            self._last = citation
        for party in (*found[1], *found[0]):
            if self._directory.parties[party].kind == "publication":
                self._outlet = party
        return found

    def _resolve(self, citation: Citation) -> tuple[Speakers, Speakers]:
        if citation.source is None:
            return self._known.get(citation.continues or "", ((), ()))
        via = tuple(party for relay in citation.relays if (party := self._named(relay)))
        if citation.anonymous is not None:
            return (), via or self._shared_relay(citation)
        pronoun = citation.source.exact.lower()
        if pronoun in _PERSONAL | {"it", "they"} and self._is_pronoun(citation.source):
            speakers, before = self._pronoun(citation, pronoun)
            return speakers, via or before
        return self._phrase(citation.source), via

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
        """The speaker before, unless another who fits has been named since."""
        source = citation.source
        marked = self._directory.within(source) if source else []
        if marked:
            return (marked[0][1].id,), ()
        if self._last is None or self._last.source is None or source is None:
            return (), ()
        speakers, via = self._known.get(self._last.id, ((), ()))
        kinds = {"person"} if pronoun in _PERSONAL else {"organization", "publication", "group"}
        end = max(self._last.source.end, self._last.content[-1].end)
        since = {
            party.id for party in self._directory.between(self._article.id, end, source.start) if party.kind in kinds
        }
        fits = [one for one in speakers if self._directory.parties[one].kind in kinds]
        if len(fits) == 1 and not since - set(fits):
            return (fits[0],), via
        return ((), ())

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
        if at_head:
            return (at_head[0].id,)
        persons = [party for place, party in found if party.kind == "person"]
        low = head.bare
        if low in nouns("spokes") | nouns("documents") | {"sources", "team", "office", "campaign"} or low in _REPORTS:
            return self._spoken_for(source, found, low)
        if len(persons) == 1 and low in nouns("persons") and self._in_apposition(source, persons[0], found):
            return (persons[0].id,)
        return self._described(source, low, found)

    def _spoken_for(self, source: Span, found: list[tuple[Span, Party]], low: str) -> Speakers:
        bodies = [
            party for _, party in found if party.kind in {"organization", "publication", "place", "person", "group"}
        ]
        named = [party for party in bodies if party.kind == "person"]
        if low in nouns("spokes") and named and not self._possessor(source, found):
            return (named[-1].id,)
        if bodies:
            outlets = [party for party in bodies if party.kind == "publication"]
            return ((outlets or bodies)[0].id,)
        if (
            low in _REPORTS
            and self._outlet is not None
            and source.exact.lower().startswith(("the", "that", "this", "its"))
        ):
            return (self._outlet,)
        if low in {"statement", "letter"} and self._last is not None:
            return self._known.get(self._last.id, ((), ()))[0]
        return ()

    def _possessor(self, source: Span, found: list[tuple[Span, Party]]) -> bool:
        after = [source.exact[place.end - source.start :][:2] for place, party in found if party.kind == "person"]
        return any(text in {"'s", "’s"} for text in after)

    def _in_apposition(self, source: Span, person: Party, found: list[tuple[Span, Party]]) -> bool:
        places = [place for place, party in found if party is person]
        return not any(source.exact[place.end - source.start :][:2] in {"'s", "’s"} for place in places)

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
