"""For which outlet a person writes, as the reports of a story show."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from twosource.detect.attributions.directory import Directory
from twosource.lexicon import words
from twosource.types.attribution import Citation
from twosource.types.span import Span


class Desks:
    """Persons and the outlets that they write for: `the Courier’s Ann Lee`, `Ann Lee wrote in the Courier`."""

    def __init__(self, citations: Iterable[Citation], directory: Directory) -> None:
        """Takes the citations of a story, and its parties."""
        self._outlets: dict[str, set[str]] = defaultdict(set)
        for citation in citations:
            if citation.source is None or citation.hearer is not None:
                continue
            persons = {party.id for _, party in directory.within(citation.source) if party.kind == "person"}
            for relay in citation.relays:
                outlets = {party.id for _, party in directory.within(relay) if party.kind == "publication"}
                if len(persons) == len(outlets) == 1 and _is_own(citation, relay):
                    self._outlets[next(iter(persons))] |= outlets

    def of(self, person: str, cited: Collection[str]) -> str | None:
        """The outlet (id) among those cited that a person (id) writes for; None where there is none, or several."""
        found = [outlet for outlet in self._outlets.get(person, ()) if outlet in cited]
        return found[0] if len(found) == 1 else None


def is_writer(source: Span) -> bool:
    """Whether the words for a source call it one who writes for outlets."""
    return not set(source.exact.lower().replace(",", " ").split()).isdisjoint(words("people", "writers"))


def _is_own(citation: Citation, relay: Span) -> bool:
    """Whether the relay is the outlet of the source itself, and not one that quotes it."""
    inside = citation.source is not None and citation.source.covers(relay)
    writes = citation.cue is not None and citation.cue.exact.lower() in words("people", "writing")
    return inside or (writes and citation.occasion is not None)
