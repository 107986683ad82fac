"""Who speaks for an organisation, or heads it, is no second origin beside it."""

import re
from collections.abc import Sequence

from twosource.text.places import Places
from twosource.types.attribution import Attribution
from twosource.types.party import Party

SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|press secretary|representative|lawyers?|attorneys?|counsel|statement)\b", re.IGNORECASE
)
"""Words by which a report says that somebody speaks for somebody else."""
_HEADS = re.compile(r"\b(?:chief executive|CEO|chair(?:man|woman)?)\b", re.IGNORECASE)


def houses(attributions: Sequence[Attribution], parties: Sequence[Party]) -> dict[str, str]:
    """For each person (id), the one organisation that the words for them as a source name beside such an office."""
    bodies = (party for party in parties if party.kind == "organization")
    named = Places((mention, party.id) for party in bodies for mention in party.mentions)
    found: dict[str, set[str]] = {party.id: set() for party in parties if party.kind == "person"}
    for one in attributions:
        source = one.citation.source
        if source is not None and one.speaker in found and _is_office(source.exact):
            found[one.speaker].update(named.within(source))
    return {person: next(iter(held)) for person, held in found.items() if len(held) == 1}


def _is_office(words: str) -> bool:
    return SPEAKS_FOR.search(words) is not None or _HEADS.search(words) is not None
