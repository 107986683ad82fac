"""Whom a pronoun stands for that says something: the speaker before, unless another has been named since."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from twosource.detect.attributions.directory import Directory
from twosource.detect.attributions.naming import Speakers
from twosource.lexicon.grammar import nouns
from twosource.text.pronouns import may_stand_for
from twosource.types.article import Article
from twosource.types.attribution import Anonymous, Citation
from twosource.types.party import Party
from twosource.types.span import Span

PERSONAL = frozenset({"he", "she"})
PRONOUNS = PERSONAL | {"it", "they"}
_SENTENCE = 600  # code points to look back for the beginning of a sentence
_OPENS = 40  # code points before a name that opens a sentence or a paragraph: its title, or a short lead
_LEAD = 80
_GAP = 2
_CLOSES = frozenset('.!?”"’:;•—–)')


@dataclass(slots=True)
class Before:
    """What was read before in a report, by the ids of its citations; `last` is the last one with a source.

    `known` are the speakers and relays (ids of parties), `unnamed` the sources without a name that pronouns take up,
    `voices` the persons who spoke for a body.
    """

    last: Citation | None = None
    known: dict[str, tuple[Speakers, Speakers]] = field(default_factory=dict)
    unnamed: dict[str, Anonymous] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)
    reach: int = 0  # where all that the last source says ends

    def go_on(self, citation: Citation) -> None:
        """Takes a citation for the last; one source may say two things in a sentence."""
        again = self.last is not None and self.last.source == citation.source
        self.reach = max(self.reach if again else 0, *(part.end for part in citation.content))
        self.last = citation

    def anonymous(self, citation: Citation) -> Anonymous | None:
        """The source without a name behind a citation, a pronoun's too."""
        return citation.anonymous or self.unnamed.get(citation.id)


class Pronouns:
    """Resolves pronouns in one report; the citations are read in order."""

    def __init__(self, article: Article, directory: Directory, spoken: Mapping[str, str], before: Before) -> None:
        """Takes a report, the parties of its story, for whom spokespersons speak (ids), and what was read before."""
        self._article, self._directory, self._spoken, self._before = article, directory, spoken, before

    def is_pronoun(self, source: Span) -> bool:
        """Whether it is one: a capital in the middle of a sentence makes it a name."""
        if source.exact.lower() not in PRONOUNS:
            return False
        before = self._article.text[max(0, source.start - _SENTENCE) : source.start].rstrip()
        return (
            source.exact.islower()
            or not before
            or before[-1] in _CLOSES
            or "\n" in self._article.text[max(0, source.start - _GAP) : source.start]
        )

    def speaker(self, citation: Citation, source: Span) -> tuple[Speakers, Speakers] | None:
        """Speakers and relays: those before, unless another who fits has been named since; None where nobody is.

        The one whom the pronoun's own sentence opens with comes first. After somebody without a name, who opens the
        paragraph speaks; where nobody does, the pronoun takes up the source without a name.
        """
        pronoun, last = source.exact.lower(), self._before.last
        kinds = {"person"} if pronoun in PERSONAL else {"organization", "publication", "group"}
        if pronoun in PERSONAL and (own := self._of_sentence(citation, source)):
            return (own,), ()
        if last is None or last.source is None:
            return None
        speakers, via = self._before.known.get(last.id, ((), ()))
        spoken = _speaks_for(last.source) or last.id in self._before.voices
        fits = [one for one in speakers if (self._is(one, kinds) and self._may_be(one, pronoun)) or spoken]
        others = {one for one in self._since(last, citation, kinds) if self._may_be(one, pronoun)} - set(fits)
        others -= {self._before.voices.get(last.id, "")}
        near = self._near(last, source)
        if len(fits) == 1 and len(speakers) == 1 and not others and near:
            self._hand_on(last, citation)
            return (fits[0],), via
        unnamed = self._before.anonymous(last)
        if unnamed is not None and near and not others and (unnamed.count == 1) is (pronoun in PERSONAL):
            self._before.unnamed[citation.id] = replace(unnamed, reason=None)
            return (), via
        unclear = _speaks_for(last.source) or not speakers
        many = unnamed is not None and unnamed.count != 1
        if unclear and not (many and len(others) == 1) and pronoun in PERSONAL and near:
            opening = self._opening(source) if len(others) == 1 else None
            return ((opening,), ()) if opening in others else ((), ())
        return None

    def _hand_on(self, last: Citation, citation: Citation) -> None:
        if last.id in self._before.voices:
            self._before.voices[citation.id] = self._before.voices[last.id]

    def marked(self, source: Span) -> list[Party]:
        """The party of the pronoun's own mention; for `it`, else the one body that the sentence names before."""
        found = [party for _, party in self._directory.within(source)]
        return self._sole_body(source) if not found and source.exact.lower() == "it" else found

    def _of_sentence(self, citation: Citation, source: Span) -> str | None:
        """The one person whom the sentence names before the pronoun, if it opens with the name."""
        begin = self._sentence(source)
        spoke = self._before.last
        if spoke is not None and spoke.source is not None and begin <= spoke.source.start < source.start:
            return None
        named = self._directory.mentioned(self._article.id, begin, source.start)
        persons = [pair for pair in named if pair[1].kind == "person" and pair[0].exact.lower() not in PERSONAL]
        outside = [pair for pair in persons if not any(part.covers(pair[0]) for part in citation.content)]
        if len({party.id for _, party in persons}) != 1 or not outside:
            return None
        place, party = outside[0]
        text = self._article.text
        if place.start - begin > _LEAD or text[place.end : place.end + 2] in {"’s", "'s"}:
            return None
        lead = text[begin : place.start].lower().split()
        if not nouns("persons").isdisjoint(lead) or not self._may_be(party.id, source.exact.lower()):
            return None  # an official who knew Ray
        marked = self.marked(source)
        return party.id if not marked or marked[0].id == party.id else None

    def _opening(self, source: Span) -> str | None:
        """The person with whose name the pronoun's paragraph opens, or the one before, if that is all quotation."""
        text = self._article.text
        begin = text.rfind("\n", 0, source.start) + 1
        if text[begin : source.start].lstrip()[:1] in {'"', "“"}:
            begin = text.rfind("\n", 0, len(text[:begin].rstrip())) + 1
        named = self._directory.mentioned(self._article.id, begin, min(begin + _OPENS, source.start))
        opening = next((pair for pair in named if pair[1].kind == "person"), None)
        if opening is None or text[opening[0].end : opening[0].end + 2] in {"’s", "'s"}:
            return None
        return opening[1].id

    def _is(self, party: str, kinds: set[str]) -> bool:
        return self._directory.parties[party].kind in kinds

    def _may_be(self, party: str, pronoun: str) -> bool:
        """Whether a pronoun may stand for a party (id), as far as its names tell."""
        one = self._directory.parties[party]
        return one.kind != "person" or may_stand_for(pronoun, (one.name, *one.aliases))

    def _sentence(self, source: Span) -> int:
        """Where the sentence begins, as far as marks tell."""
        first = max(0, source.start - _SENTENCE)
        ends = (self._article.text.rfind(mark, first, source.start) for mark in (". ", "\n", "? ", "! "))
        return max(0, *(end + 1 for end in ends))

    def _sole_body(self, source: Span) -> list[Party]:
        """The one organisation that the sentence names before `it`."""
        named = self._directory.mentioned(self._article.id, self._sentence(source), source.start)
        bodies = {party.id: party for _, party in named if party.kind in {"organization", "publication"}}
        return list(bodies.values()) if len(bodies) == 1 else []

    def _since(self, last: Citation, citation: Citation, kinds: set[str]) -> set[str]:
        """Who of these kinds is named between the two, outside of what either reports."""
        if last.source is None or citation.source is None:
            return set()
        begin = max(last.source.end, self._before.reach if last.inside is None else 0)
        own = citation.content
        named = self._directory.mentioned(self._article.id, min(begin, citation.source.start), citation.source.start)
        return {
            party.id
            for place, party in named
            if party.kind in kinds
            and not any(part.covers(place) for part in own)
            and place.exact.lower() not in PERSONAL
        }

    def _near(self, last: Citation, source: Span) -> bool:
        return is_near(self._article, last, source)


def is_near(article: Article, last: Citation, source: Span) -> bool:
    """Whether no paragraph without either stands between: at most two breaks of paragraphs."""
    end = max(*(part.end for part in last.content), last.source.end if last.source else 0)
    gap = article.text[min(end, source.start) : source.start]
    return sum(bool(line.strip()) for line in gap.split("\n")[1:-1]) <= 1


def _speaks_for(source: Span) -> bool:
    """Whether the words name one who speaks for somebody else, or somebody without a name."""
    return bool(set(re.findall(r"[a-z-]+", source.exact.lower())) & nouns("spokes"))
