"""What will be a party."""

from collections import defaultdict
from dataclasses import dataclass, field

from twosource.detect.parties.shorts import whole
from twosource.types.party import Mention, PartyKind
from twosource.types.span import Span


@dataclass(slots=True, eq=False)
class Group:
    """What will be a party: its key, and its mentions."""

    key: str
    kind: PartyKind
    mentions: list[Mention] = field(default_factory=list)
    further: list[Span] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    """Its names, once all its mentions are known."""

    @property
    def articles(self) -> set[str]:
        """The ids of the reports that name it."""
        return {mention.span.article for mention in self.mentions}

    @property
    def names(self) -> list[str]:
        """Its names, the most frequent first; full names before surnames, and before their short forms."""
        counts: dict[str, int] = defaultdict(int)
        for mention in self.mentions:
            counts[mention.name] += 1
        full = [name for name in counts if " " in name] if self.kind == "person" else whole(list(counts), self.kind)
        return sorted(counts, key=lambda name: (name not in full, -counts[name], -len(name), name))
