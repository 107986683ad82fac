"""Speakers who may give one another's words: an outlet and whom it relays, an organisation and who speaks for it."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.types.attribution import Attribution
from twosource.types.party import Party


class Speakers:
    """Knows who stands behind whom, by what the attributions of a story show."""

    def __init__(self, attributions: Sequence[Attribution], parties: Sequence[Party]) -> None:
        """A person stands behind the relays of his words, and behind the organisations that name him as theirs."""
        persons = {party.id for party in parties if party.kind == "person"}
        houses: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for party in parties:
            if party.kind == "organization":
                for mention in party.mentions:
                    houses[mention.article].append((mention.start, mention.end, party.id))
        self._behind: dict[str, set[str]] = defaultdict(set)
        for attribution in attributions:
            if (speaker := attribution.speaker) is None:
                continue
            for relay in attribution.via:
                self._behind[relay].add(speaker)
            source = attribution.citation.source
            if source is not None and speaker in persons:
                for start, end, house in houses[attribution.article]:
                    if source.start <= start and end <= source.end:
                        self._behind[house].add(speaker)

    def are_one(self, one: str | None, other: str | None) -> bool:
        """Whether two speakers are the same, or one stands behind the other; nobody is the same as an unknown one."""
        if one is None or other is None:
            return False
        return one == other or other in self._behind.get(one, ()) or one in self._behind.get(other, ())
