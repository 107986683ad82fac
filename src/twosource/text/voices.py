"""Whose voice an attribution without a speaker is: a source without a name, or a group."""

from collections.abc import Iterable

from twosource.text.places import Places
from twosource.types.attribution import Attribution, Response
from twosource.types.party import Party, Unnamed


class Voices:
    """Sources without a name by the words that stand for them, and groups by those that name them."""

    def __init__(self, parties: Iterable[Party], sources: Iterable[Unnamed]) -> None:
        """Takes the parties of a story, and the sources without a name of its reports."""
        groups = (party for party in parties if party.kind == "group")
        self._groups = Places((mention, party) for party in groups for mention in party.mentions)
        self._sources = {mention: source for source in sources for mention in source.mentions}

    def of(self, attribution: Attribution) -> Party | Unnamed | None:
        """The group that its source names, else the one without a name; None where neither is known."""
        words, unnamed = attribution.citation.source, attribution.citation.anonymous
        if words is None or attribution.speaker is not None:
            return None
        if (source := self._sources.get(words)) is not None or unnamed is None:
            return source
        return next(iter(self._groups.within(words)), None)

    def answering(self, response: Response) -> Unnamed | None:
        """The source or body without a name that answers; None where it is none that is known."""
        return self._sources.get(response.party)
