"""A story as later reports are compared with it."""

from dataclasses import dataclass, field

from twosource.corpus.weights import Vector, cosine

# log-odds = _WORDS * cosine of words + _TITLES * cosine of titles - _DAY * days apart - _BASE
_WORDS, _TITLES, _DAY, _BASE = 9.6, 5.65, 1.41, 2.81
WINDOW = 6
"""A story is closed when so many days have brought it nothing."""
_BEST = 5
_UNDATED = 1


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a story, as later ones are compared with it; `number` counts the reports of the stream."""

    number: int
    day: int | None
    words: Vector
    titles: Vector

    @property
    def headed(self) -> Vector:
        """The terms of its title; those of its text where the title has none ("Will he, won't he?")."""
        return self.titles or self.words


@dataclass(slots=True)
class Story:
    """A story that is kept: its id is that of the report that founded it."""

    id: str
    last: int
    members: list[Member] = field(default_factory=list)

    def score(self, member: Member) -> float:
        """How likely the report belongs to it: the mean log-odds with its likeliest members."""
        found = sorted((log_odds(other, member) for other in self.members), reverse=True)[:_BEST]
        return sum(found) / len(found)


def log_odds(one: Member, two: Member) -> float:
    """How likely two reports are of one story."""
    days = _UNDATED if one.day is None or two.day is None else abs(one.day - two.day)
    if days > WINDOW:
        return -_BASE - _DAY * days
    titles = cosine(one.headed, two.headed)
    return _WORDS * cosine(one.words, two.words) + _TITLES * titles - _DAY * days - _BASE
