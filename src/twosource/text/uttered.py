"""Utterances: which versions of what speakers say give one of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from twosource.text.alike import lies_in
from twosource.text.grouping import Likeness
from twosource.text.judging.named import capitalised
from twosource.text.retold import retells
from twosource.text.speakers import Speakers
from twosource.text.statements import tell_one
from twosource.text.utterances import Alike, Retellings
from twosource.text.versions import Sentence, Version, wording

# A report may print a quotation twice, in a summary and in its place; what stands there more often adds nothing.
_MOST_REPEATS = 4


def utterances(found: Sequence[Version], speakers: Speakers) -> list[list[Version]]:
    """Each quotation with the longer ones that hold it, shortest first, and the accounts of them in other words.

    A long quotation may hold two utterances that others give apart: it is then a version of both, and they stay two.
    What is an account of one of its sentences is so of the quotations that give that sentence.
    """
    row = _row(found)
    told, told_in_other_words = _Told(row, speakers), _Accounts(row, speakers)
    accounts: dict[tuple[int, int], set[int]] = defaultdict(set)
    groups: list[list[Version]] = []
    for number in (at for at, version in enumerate(row) if not version.is_quoted):
        like = list(told_in_other_words.beside(number))
        for place, sentence in like:
            if row[place].is_quoted:
                accounts[told.heart(place, sentence, row[place].sentences[sentence])].add(number)
        groups.append([row[number], *(row[at] for at, _ in like if not row[at].is_quoted)])
    for number, sentence in sorted({(number, 0) for number in told.held} | accounts.keys()):
        others = {number, *told.of(number), *accounts.get((number, sentence), ())}
        groups.append([row[at] for at in sorted(others)])
    groups.sort(key=lambda group: not any(version.is_quoted for version in group))  # they tell more than accounts do
    return [group for group in _widest(groups) if _is_told_twice(group)]


def _row(found: Sequence[Version]) -> list[Version]:
    """The versions, the shortest first; of those that one report repeats, the first few.

    Quotations repeat one another word for word, accounts in other words if they have the same content words: a relay
    that stands within itself many times gives as many contents, each longer than the last, which say the same.
    """
    repeats: Counter[tuple[object, ...]] = Counter()
    row: list[Version] = []
    for version in sorted(found, key=lambda version: (len(version.words), version.span, version.attribution.id)):
        said = wording(version) if version.is_quoted else (version.content, version.attribution.speaker)
        key = (*said, version.is_quoted, version.attribution.article)
        repeats[key] += 1
        if repeats[key] <= _MOST_REPEATS:
            row.append(version)
    return row


class _Accounts:
    """Which versions give what another says in other words, and which of its sentences that is."""

    def __init__(self, row: Sequence[Version], speakers: Speakers) -> None:
        self._row, self._near, self._speakers = row, Retellings(row, speakers), speakers
        self._names = capitalised(version.span.exact for version in row)
        self._first = list(accumulate((len(version.sentences) for version in row), initial=0))
        self._shared = Likeness([sentence.content for version in row for sentence in version.sentences])

    def beside(self, number: int) -> Iterator[tuple[int, int]]:
        """The places of the versions that this paraphrase is an account of, or is like, with the sentence."""
        for place in self._near.of(number):
            overlaps = [
                self._shared.overlap(self._first[number], self._first[place] + at)
                for at in range(len(self._row[place].sentences))
            ]
            best = max(range(len(overlaps)), key=lambda at: overlaps[at].cosine)
            one, other = self._row[number], self._row[place]
            is_anybody = self._speakers.are_relayed(one.attribution, other.attribution)
            if (one.content & other.content) <= self._names and one.words != other.words:
                continue  # that two versions name the same people does not make them say the same of them
            is_outlet = all(self._speakers.is_outlet(version.attribution.speaker) for version in (one, other))
            if retells(one, other, overlaps[best], is_anybody=is_anybody, is_outlet=is_outlet):
                yield place, best


class _Told:
    """The quotations of a row, the shortest first, with the longer ones that hold each."""

    def __init__(self, row: Sequence[Version], speakers: Speakers) -> None:
        self._row, self._speakers, self._alike = row, speakers, Alike(row)
        self.held: dict[int, list[int]] = {}  # by the shortest
        self._hearts: dict[int, list[int]] = defaultdict(list)
        seen: set[tuple[object, ...]] = set()
        for number, version in enumerate(row):
            if version.is_quoted and (key := wording(version)) not in seen:
                seen.add(key)
                self._place(number, self.longer(number))
            elif version.is_quoted and number not in self._hearts:
                self._place(number, ())

    def _place(self, number: int, longer: Sequence[int]) -> None:
        """Enters a quotation under those that it holds; as one of its own, where more hold it than hold one of them."""
        hearts = self._hearts.get(number, [])
        same = [heart for heart in hearts if self._row[heart].words == self._row[number].words]
        for heart in same:  # what holds the same words in another report, holds these
            self._hold(heart, longer)
        if not same and not any(set(longer) <= set(self.held[heart]) for heart in hearts):
            self.held[number] = []
            self._hearts[number].append(number)
            self._hold(number, longer)

    def _hold(self, heart: int, places: Sequence[int]) -> None:
        for place in places:
            if heart not in self._hearts[place]:
                self._hearts[place].append(heart)
                self.held[heart].append(place)

    def of(self, heart: int) -> list[int]:
        """The longer quotations that hold this one, or the same words in another report."""
        return self.held[heart] if heart in self.held else self.longer(heart)

    def longer(self, number: int) -> list[int]:
        """The longer quotations that hold this one."""
        return [place for place in self._alike.after(number) if self._are_one(number, place)]

    def heart(self, place: int, at: int, sentence: Sentence) -> tuple[int, int]:
        """The shortest quotation of the utterance that an account of this sentence, the `at`-th, is an account of.

        The second number is 0, or that of the sentence where the whole quotation is the shortest that has it.
        """
        whole = len(self._row[place].sentences) == 1
        near = (one for one in self._hearts[place] if whole or lies_in(self._row[one].words, sentence.words))
        heart = next(near, None)
        return (place, at) if heart is None else (heart, 0)

    def _are_one(self, number: int, place: int) -> bool:
        return tell_one(self._row[number], self._row[place], self._speakers)


def _is_told_twice(group: Sequence[Version]) -> bool:
    """Whether its words stand in two places: joint speakers, and a quotation within another's, say them once."""
    return any(
        not one.span.overlaps(other.span) and one.attribution.citation is not other.attribution.citation
        for place, one in enumerate(group)
        for other in group[place + 1 :]
    )


def _widest(groups: Sequence[list[Version]]) -> Iterator[list[Version]]:
    """Those that bring together what no other group does: one of two that hold the same words."""
    held = [frozenset(version.attribution.id for version in group) for group in groups]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, ids in enumerate(held):
        for key in ids:
            holders[key].append(number)
    for number, group in enumerate(groups):
        others = min((holders[key] for key in held[number]), key=len)
        wider = (
            groups[place]
            for place in others
            if held[number] < held[place] or (held[number] == held[place] and place < number)
        )
        if not any(_lie_within(group, other) for other in wider):
            yield group


def _lie_within(group: Sequence[Version], other: Sequence[Version]) -> bool:
    """Whether all words of a group are among those of another, or overlap them."""
    return all(any(one.span.overlaps(two.span) for two in other) for one in group)
