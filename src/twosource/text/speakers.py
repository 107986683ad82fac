"""Speakers who may give one another's words: an outlet and whom it relays, an organisation and who speaks for it."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.text.places import Places
from twosource.types.attribution import Attribution
from twosource.types.party import Party


class Speakers:
    """Knows who stands behind whom, by what the attributions of a story show."""

    def __init__(self, attributions: Sequence[Attribution], parties: Sequence[Party]) -> None:
        """A person stands behind the relays of his words, and behind the organisations that name him as theirs."""
        persons = {party.id for party in parties if party.kind == "person"}
        houses = _houses(parties)
        self._behind: dict[str, set[str]] = defaultdict(set)
        for attribution in attributions:
            if (speaker := attribution.speaker) is None:
                continue
            for relay in attribution.via:
                self._behind[relay].add(speaker)
            source = attribution.citation.source
            if source is not None and speaker in persons:
                for house in houses.within(source):
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


def _houses(parties: Sequence[Party]) -> Places[str]:
    """The organisations by the places that name them."""
    named = (party for party in parties if party.kind == "organization")
    return Places((mention, party.id) for party in named for mention in party.mentions)
