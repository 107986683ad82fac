"""The parties that a passage names."""

from collections.abc import Sequence

from twosource.types.party import Party
from twosource.types.span import Span


class Named:
    """The parties that a passage names, by descriptions and pronouns too, as content words of their own."""

    def __init__(self, parties: Sequence[Party]) -> None:
        """Takes the parties of one story; places and products are no parties here."""
        self._places: dict[str, list[tuple[Span, str]]] = {}
        for party in parties:
            if party.kind in ("person", "organization", "group"):
                for mention in party.mentions:
                    self._places.setdefault(mention.article, []).append((mention, f"@{party.id}"))

    def __call__(self, span: Span) -> list[str]:
        """One word for each mention within the span."""
        return [key for mention, key in self._places.get(span.article, ()) if span.covers(mention)]
