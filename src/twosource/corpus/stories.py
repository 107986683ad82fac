"""Reports to stories, one report at a time: each joins a story or founds one.

A report is compared with the latest members of the live stories that share a telling term with it. How likely two
reports are of one story is told by the cosine of their words, that of their titles, and the days between them, weighted
by logistic regression (on the stories of 2016 to 2018 of the data named in gate/README.md). A story's score is the mean
of its five likeliest members; the best story is joined if its score is high enough. In doubt a report stays apart.
"""

from array import array
from collections import defaultdict
from itertools import islice

import msgspec

from twosource.corpus.members import WINDOW, Member, Story
from twosource.corpus.sign import Sign, unpacked
from twosource.corpus.weights import Weights

_JOINS = -1.0
_LATE = 3
"""For so many days more a closed story is kept, for reports that come late."""
_MEMBERS = 8
_SOUGHT = 12
_HOLDERS = 200
_COMPARED = 12


class Stories:
    """The live stories of a stream. The same reports in the same order give the same stories, wherever one resumes."""

    def __init__(self) -> None:
        """Begins without stories."""
        self.weights = Weights()
        self.front = 0
        self._live: dict[str, Story] = {}
        self._holders: dict[int, dict[int, str]] = defaultdict(dict)
        self._ends: dict[int, dict[str, None]] = defaultdict(dict)

    def __len__(self) -> int:
        """How many stories are kept."""
        return len(self._live)

    def add(self, sign: Sign) -> str:
        """The id of the story that this report joins, or founds.

        Reports are best added in the order of publication. One that comes late joins a story that is still kept, or
        founds its own; one without a day is taken to be of the latest.
        """
        self._advance(sign.day)
        body, title = unpacked(sign.body), unpacked(sign.title)
        self.weights.add(body)
        words, titles = self.weights.vector(body), self.weights.vector(title)
        member = Member(self.weights.reports, sign.day, words, titles)
        story = self._nearest(member)
        if story is None:
            story = Story(sign.report, self.front if sign.day is None else sign.day)
            self._live[story.id] = story
        self._join(story, member)
        return story.id

    def follow(self, key: str, day: int | None) -> bool:
        """Counts a copy to an open story: it keeps it open, and is not compared. False if that story is closed."""
        self._advance(day)
        story = self._live.get(key)
        if story is None:
            return False
        self._prolong(story, day)
        return True

    def _advance(self, day: int | None) -> None:
        """Forgets the stories that have been closed for long enough."""
        if day is None or day <= self.front:
            return
        self.front = day
        for end in sorted(end for end in self._ends if end < day):
            for key in self._ends.pop(end):
                story = self._live[key]
                if _end(story) < day:
                    self._forget(story)
                else:
                    self._ends[_end(story)][key] = None

    def _forget(self, story: Story) -> None:
        del self._live[story.id]
        for member in story.members:
            self._unhold(member)

    def _unhold(self, member: Member) -> None:
        for term in member.words:
            holders = self._holders[term]
            del holders[member.number]
            if not holders:
                del self._holders[term]

    def _hold(self, story: Story, member: Member) -> None:
        for term in member.words:
            self._holders[term][member.number] = story.id

    def _nearest(self, member: Member) -> Story | None:
        scored = ((self._live[key].score(member), key) for key in self._sharing(member))
        score, key = max(scored, default=(_JOINS - 1, ""))
        return self._live[key] if score >= _JOINS else None

    def _sharing(self, member: Member) -> list[str]:
        """The stories that share the most of its heaviest terms; of a term that many hold, the latest holders."""
        shared: dict[str, float] = defaultdict(float)
        for term in list(member.words)[:_SOUGHT]:
            holders = self._holders.get(term)
            if holders:
                for key in dict.fromkeys(islice(reversed(holders.values()), _HOLDERS)):
                    shared[key] += member.words[term]
        ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        return [key for key, _ in ranked[:_COMPARED]]

    def _join(self, story: Story, member: Member) -> None:
        story.members.append(member)
        self._hold(story, member)
        if len(story.members) > _MEMBERS:
            self._unhold(story.members.pop(1))  # the founder stays: it says what the story is about
        self._prolong(story, member.day)

    def _prolong(self, story: Story, day: int | None) -> None:
        self._ends[_end(story)].pop(story.id, None)
        story.last = max(story.last, self.front if day is None else day)
        self._ends[_end(story)][story.id] = None

    def state(self) -> "State":
        """What it takes to go on later, or elsewhere."""
        return State(
            counts=self.weights.counts.tobytes(),
            reports=self.weights.reports,
            front=self.front,
            stories=list(self._live.values()),
        )

    @classmethod
    def resumed(cls, state: "State") -> "Stories":
        """The stream as it stood: what is added from now on is placed as if it had never stopped."""
        stories = cls()
        stories.weights = Weights(array("Q", state.counts), state.reports)
        stories.front = state.front
        stories._live = {story.id: story for story in state.stories}  # its own class
        for story in state.stories:
            stories._ends[_end(story)][story.id] = None
        held = [(member.number, member, story) for story in state.stories for member in story.members]
        for _, member, story in sorted(held, key=lambda item: item[0]):
            stories._hold(story, member)
        return stories


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A stream of stories at rest; `msgspec.msgpack` writes and reads it."""

    counts: bytes
    reports: int
    front: int
    stories: list[Story]


def _end(story: Story) -> int:
    return story.last + WINDOW + _LATE
