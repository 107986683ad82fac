"""Speakers who may give one another's words: an outlet and whom it relays, an organisation and who speaks for it."""

import re
from collections import defaultdict
from collections.abc import Sequence

from twosource.lexicon import pattern
from twosource.text.places import Places
from twosource.types.attribution import Attribution
from twosource.types.party import Party
from twosource.types.span import Span

# Up to four words between an organisation and an office in it: "Tarn Rail’s chief executive", "head of policy at …".
_AFTER = re.compile(r"(?:[’']s)?(?:\s+[\w-]+){1,4}")
_BEFORE = re.compile(r"(?:[\w-]+\s+){1,4}(?:of|for|at|to|with)\s+(?:the\s+)?$")
_FORMER = re.compile(r"\b(?:former|ex|onetime|then)\b", re.IGNORECASE)


class Speakers:
    """Knows who stands behind whom, by what the attributions of a story show."""

    def __init__(self, attributions: Sequence[Attribution], parties: Sequence[Party]) -> None:
        """A person stands behind the relays of his words, and behind the organisations that name him as theirs."""
        self._kinds = {party.id: party.kind for party in parties}
        persons = {party.id for party in parties if party.kind == "person"}
        houses = _houses(parties)
        self._behind: dict[str, set[str]] = defaultdict(set)
        self._relays: set[tuple[str, str]] = set()
        for attribution in attributions:
            if (speaker := attribution.speaker) is None:
                continue
            for relay in attribution.via:
                self._behind[relay].add(speaker)
                self._relays |= {(relay, speaker), (speaker, relay)}
            source = attribution.citation.source
            if source is not None and speaker in persons:
                for place, house in houses.touching(source):
                    if _is_of(source, place):
                        self._behind[house].add(speaker)
        self._before: dict[str, set[str]] = defaultdict(set)
        for relay, speakers in self._behind.items():
            for speaker in speakers:
                self._before[speaker].add(relay)

    def one_with(self, speaker: str | None) -> set[str]:
        """The speakers who may be one with this one."""
        if speaker is None:
            return set()
        return {speaker} | self._behind.get(speaker, set()) | self._before.get(speaker, set())

    def are_one(self, one: str | None, other: str | None) -> bool:
        """Whether two speakers are the same, or one stands behind the other; nobody is the same as an unknown one."""
        if one is None or other is None:
            return False
        return other in self.one_with(one)

    def are_relayed(self, one: Attribution, other: Attribution) -> bool:
        """Whether one of two speakers relays the other, and these words of the other are not among those shown to be.

        An outlet reports what he did in its own words, too.
        """
        if one.speaker is None or other.speaker is None or (one.speaker, other.speaker) not in self._relays:
            return False
        return one.speaker not in other.via and other.speaker not in one.via

    def are_of_one_kind(self, one: str | None, other: str | None) -> bool:
        """Whether two speakers are known and are both persons, or neither: a person may speak for any organisation."""
        if one not in self._kinds or other not in self._kinds:
            return False
        return (self._kinds[one] == "person") is (self._kinds[other] == "person")

    def is_outlet(self, speaker: str | None) -> bool:
        """Whether a speaker is known to be a publication."""
        return speaker is not None and self._kinds.get(speaker) == "publication"

    def is_body(self, speaker: str | None) -> bool:
        """Whether a speaker is known to be an organisation."""
        return speaker is not None and self._kinds.get(speaker) == "organization"


def _is_of(source: Span, place: Span) -> bool:
    """Whether the words of a source name an office in the organisation that is named there: "Tarn Rail’s chief"."""
    start, end = place.start - source.start, place.end - source.start
    offices = pattern("people", "offices")
    after, before = source.exact[max(0, end) :], source.exact[: max(0, start)]
    holds = (_AFTER.match(after), _BEFORE.search(before))
    return start >= 0 and not _FORMER.search(before) and any(found and offices.search(found[0]) for found in holds)


def _houses(parties: Sequence[Party]) -> Places[str]:
    """The organisations by the places that name them."""
    named = (party for party in parties if party.kind == "organization")
    return Places((mention, party.id) for party in named for mention in party.mentions)
