"""How far from the head of its report a passage stands, and what a claim weighs by that."""

from collections.abc import Sequence

from twosource.text.passages import ranks
from twosource.text.places import Places
from twosource.types.span import Span
from twosource.types.story import Story

# What a statement weighs by the number of its sentence: the headline and the first one, the second, the third, further
# down. What every report tells as background stands far down in all of them, and is not what the story is about.
LEADING = 3.0
_WEIGHTS = (LEADING, LEADING, 1.5, 1.0)
BODY = 0.3


class Ranks:
    """How far from the head of its report a passage stands, and which report repeats which."""

    def __init__(self, story: Story) -> None:
        """Counts the sentences of each report of the story from its head."""
        self._places, self._original = Places(ranks(story).items()), story.original

    def place(self, span: Span) -> int:
        """How many sentences stand before it; a headline is one, and has 0."""
        return min(self._places.overlapping(span), default=len(_WEIGHTS))

    def weight(self, spans: Sequence[Span]) -> float:
        """The sum over the reports of the best place at which each has one of these; a report and its copies are one.

        Where no sentence lies, the place counts as far down.
        """
        best: dict[str, float] = {}
        for span in spans:
            place, report = min(self._places.overlapping(span), default=len(_WEIGHTS)), self._original(span.article)
            value = _WEIGHTS[place] if place < len(_WEIGHTS) else BODY
            best[report] = max(best.get(report, 0.0), value)
        return sum(best.values())
