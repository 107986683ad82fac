"""Passages in groups, each of which makes one assertion, and how far the reports are about it."""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from twosource.lexicon import words
from twosource.text.grouping import grouped
from twosource.text.judging.heads import Heads
from twosource.text.judging.judge import Judge
from twosource.text.judging.ranks import BODY, LEADING, Ranks
from twosource.text.judging.traits import negated
from twosource.text.kin import kin
from twosource.text.passages import Passage
from twosource.text.places import by_article
from twosource.text.refuting import Refuted
from twosource.text.words import words as words_of
from twosource.types.party import Party
from twosource.types.span import Span

# Average affinity from which passages count as one assertion.
_ALIKE = 0.21
# Reports of which no two passages have this affinity share some words and no assertion, unless both lead with it or
# cite one speaker for it: of 40 such groups in stories that nothing here was made for, ten at most were one assertion.
_NEAR = 0.36
# A sentence states several things at once. It is one more statement of what the story is about if its affinity to the
# nearest few of those is this much, whatever else it was grouped with; of what else two reports state, if it is more.
_ALSO, _NEAREST = 0.33, 3
_BESIDE = 0.45
# The concepts (lexicon/data/concepts.toml) by which a passage denies, or calls something false.
_DENIALS = frozenset({"~deny", "~false"})
# In a group of so many passages, every second, third … stands for all when it is asked which is nearest to them.
_MANY = 120
# So many of the weightiest groups may be what the first of them only denies.
_RIVALS = 8
# Three content words say too little to show what is claimed.
SAYING = 4
# The words of a claim that are read at a glance.
_BRIEF = 24


class Groups:
    """Groups the passages by average linkage; a denial never joins what it denies.

    `members` are the groups, in which a passage may stand several times; `own` are those that were grouped there, and
    tell how far the story is about it.
    """

    def __init__(self, found: Sequence[Passage], parties: Sequence[Party], rank: Ranks) -> None:
        """Takes the passages of one story."""
        self.found, self._rank = found, rank
        self._weights = [rank.weight([passage.span]) for passage in found]
        self._judge = Judge([passage.span for passage in found], parties)
        self._denials = [bool(_DENIALS & set(content)) for content in self._judge.contents]
        self._near: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, other), value in (alike := self._alike()).items():
            self._near[one][other] = self._near[other][one] = value
        joined = self._with_heads(grouped(len(found), alike, _ALIKE, self._may_join))
        self.members = sorted(part for group in joined for part in self._by_report(group))
        self.grouped = [frozenset(group) for group in self.members]
        self.heart = self._heart(parties)
        if self.heart >= 0:
            self.members[self.heart] = self._widened(self.members[self.heart], _ALSO)
        self.own = [frozenset(group) for group in self.members]
        for number, group in enumerate(list(self.members)):
            if number != self.heart and not self.denies(number) and self._is_shared(group):
                self.members[number] = self._widened(group, _BESIDE)

    def _with_heads(self, groups: list[list[int]]) -> list[list[int]]:
        """The groups; of a headline and the sentence that it shortens, the one in the lesser group goes over."""
        at = {place: number for number, group in enumerate(groups) for place in group}
        for pair in Heads(self.found, [self._rank.place(passage.span) for passage in self.found]).pairs():
            weights = [(self.weight(groups[at[place]]), len(groups[at[place]]), -at[place], place) for place in pair]
            (*_, light), (*_, heavy) = sorted(weights)
            target = groups[at[heavy]]
            if at[light] != at[heavy] and all(self._may_join(light, one) for one in target):
                groups[at[light]].remove(light)
                target.append(light)
                at[light] = at[heavy]
        return sorted(sorted(group) for group in groups if group)

    def _by_report(self, group: list[int]) -> list[list[int]]:
        """The group, or what each report has of it where no two reports come near to one another in it."""
        held = by_article(group, lambda place: self.found[place].span.article)
        inside = frozenset(group)
        leading = sum(any(self._weights[place] == LEADING for place in places) for places in held.values())
        told = Counter(speaker for places in held.values() for speaker in self._speakers(places))
        is_one = len(held) == 1 or leading > 1 or max(told.values(), default=0) > 1
        if is_one or any(self._is_near_another(place, inside) for place in group):
            return [group]
        return list(held.values())

    def _speakers(self, places: Sequence[int]) -> set[str]:
        """Who says what stands at these places, as far as it is known."""
        cited = (self.found[place].attribution for place in places)
        return {one.speaker for one in cited if one is not None and one.speaker is not None}

    def _is_near_another(self, place: int, group: Container[int]) -> bool:
        """Whether a passage comes near to one of another report in the group."""
        own = self.found[place].span.article
        return any(
            value >= _NEAR and other in group and self.found[other].span.article != own
            for other, value in self._near[place].items()
        )

    def _may_join(self, one: int, other: int) -> bool:
        """Not if only one of the two denies, or one negates what the other states: "has banned", "has not banned"."""
        return self._denials[one] == self._denials[other] and not self._judge.are_opposed(one, other)

    def _alike(self) -> dict[tuple[int, int], float]:
        return {pair: value for pair in self._judge.candidates() if (value := self._judge.affinity(*pair)) > 0}

    def denies(self, number: int) -> bool:
        """Whether a group is of denials."""
        return self._denials[self.members[number][0]]

    def _heart(self, parties: Sequence[Party]) -> int:
        """The number of the weightiest group that is no denial; -1 if there is none.

        What only says no to another group, with whatever words, is not what is claimed, even if more reports have it.
        """
        told = [number for number in range(len(self.members)) if not self.denies(number)]
        ranked = sorted(told, key=lambda number: (-self.weight(self.members[number]), number))
        first = ranked[0] if ranked else -1
        negating = any(negated(text) for text in self._texts(first)) if ranked else False
        others = ranked[1:_RIVALS] if negating else []
        return next((other for other in others if self._is_refusal(first, other, parties)), first)

    def _is_refusal(self, number: int, other: int, parties: Sequence[Party]) -> bool:
        """Whether most of a group says no to what another states."""
        refuted = Refuted(self._texts(other), parties)
        said = [refuted.by(text, concerned=True, may_foretell=True) is not None for text in self._texts(number)]
        return 2 * sum(said) > len(said)

    def _texts(self, number: int) -> list[str]:
        return [self.found[place].span.exact for place in self.members[number]]

    def _is_shared(self, group: Sequence[int]) -> bool:
        return len({self.found[place].span.article for place in group}) > 1

    def _widened(self, group: Sequence[int], least: float) -> list[int]:
        """With what other groups hold and states the same as the nearest few of this group do."""
        inside = set(group)
        beside = {place for one in group for place in self._near[one] if not self._denials[place]} - inside
        near = (place for place in beside if self._nearness(place, inside) >= least)
        opposed = self._judge.are_opposed
        return sorted([*group, *(place for place in near if not any(opposed(place, one) for one in group))])

    def _nearness(self, place: int, group: set[int]) -> float:
        near = sorted((value for other, value in self._near[place].items() if other in group), reverse=True)
        return sum(near[:_NEAREST]) / min(_NEAREST, len(group))

    def weight(self, group: Sequence[int]) -> float:
        """How far the story is about a group: the sum over the reports of the best place at which each states it."""
        return self._rank.weight([self.found[place].span for place in group])

    def label(self, group: Sequence[int]) -> Passage:
        """The shortest passage of those that say enough, among the quarter near a report's head nearest to all others.

        One that begins with a capital and no pronoun goes before it, wherever it stands: "agreed to a truce" and "the
        company is to merge" do not say of whom they speak. So does one that tells the ties of a family as most do, and
        one that is read at a glance.
        """
        others = group[:: 1 + len(group) // _MANY]
        near = {one: sum(self._judge.likeness(one, other) for other in others if other != one) for one in group}
        leads = self._kindred([one for one in group if self._weights[one] > BODY] or group, group)
        ranked = sorted(leads, key=lambda one: (-near[one], self.found[one].span))
        quarter = max(2, len(ranked) // 4)
        kept = [self._telling(ranked[:size]) for size in (quarter, 2 * quarter, len(ranked))]
        best = max(kept, key=self._clarity)
        return min((self.found[one] for one in best), key=lambda one: (len(one.span), one.span))

    def _telling(self, ranked: Sequence[int]) -> Sequence[int]:
        """Of these, those that say enough, and of these those that say of whom they speak, if any do.

        "Bank to merge: Report" goes behind one without such a mark.
        """
        telling = [one for one in ranked if len(self._judge.contents[one]) >= SAYING] or ranked
        whole = [one for one in telling if not _is_open(self.found[one].span)]
        named = [one for one in whole if self.found[one].span.exact[0].isupper()]
        plain = [one for one in named if ":" not in self.found[one].span.exact]
        return plain or named or whole or telling

    def _clarity(self, found: Sequence[int]) -> tuple[bool, bool, bool]:
        """Whether these begin with a name or the like, need nothing that stands before, and are read at a glance."""
        spans = [self.found[one].span for one in found]
        named = spans[0].exact[0].isupper()
        whole = named and not _is_open(spans[0])
        return named, whole, whole and min(len(span.exact.split()) for span in spans) <= _BRIEF

    def _kindred(self, leads: Sequence[int], group: Sequence[int]) -> Sequence[int]:
        """Those that name no tie of a family which most of the group do not: "daughter", where most say "wife"."""
        told = Counter(tie for one in group for tie in kin(self.found[one].span.exact))
        most = max(told.values(), default=0)
        rare = {tie for tie, number in told.items() if 2 * number < most}
        return [one for one in leads if rare.isdisjoint(kin(self.found[one].span.exact))] or leads


def _is_open(span: Span) -> bool:
    """Whether words begin with what only their report explains (a pronoun, "the company"), or break off."""
    said = words_of(span.exact)
    begins = {" ".join(said[:1]), " ".join(said[:2])} & set(words("relations", "open", "words"))
    return bool(begins) or said[-1:] in ([word] for word in words("relations", "open", "ends"))
