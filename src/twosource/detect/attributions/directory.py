"""The parties of a story, by the places of their mentions."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from twosource.types.party import Party
from twosource.types.span import Span

Held = list[tuple[Span, Party]]


class Directory:
    """Looks up who is mentioned where."""

    def __init__(self, parties: Sequence[Party]) -> None:
        """Takes the parties of a story."""
        self.parties = {party.id: party for party in parties}
        self._held: dict[str, Held] = defaultdict(list)
        for party in parties:
            for span in party.mentions:
                self._held[span.article].append((span, party))
        self._starts: dict[str, list[int]] = {}
        for article, held in self._held.items():
            held.sort(key=lambda pair: (pair[0], pair[1].id))
            self._starts[article] = [span.start for span, _ in held]

    def within(self, span: Span) -> Held:
        """The mentions inside these words."""
        return [pair for pair in self.mentioned(span.article, span.start, span.end) if span.covers(pair[0])]

    def mentioned(self, article: str, start: int, end: int) -> Held:
        """The mentions that begin from `start` to `end`, code points of that report."""
        starts = self._starts.get(article, [])
        return self._held[article][bisect_left(starts, start) : bisect_left(starts, end)] if starts else []
