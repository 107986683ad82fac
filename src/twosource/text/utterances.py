"""Which versions of utterances may be of one, without a look at each pair."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from twosource.text.retold import LEAST_RETOLD
from twosource.text.speakers import Speakers
from twosource.text.versions import Version

# So many letters of a word's beginning, and at least so many of the rarest words, bring two quotations together.
_BEGINNING, _LEAST_KEYS = 4, 4


class Alike:
    """Which of a row of versions, the shortest first, may be quotations of one utterance.

    Quotations are alike where they share the beginning of one of their rarer words: one of four letters is not yet
    another spelling.
    """

    def __init__(self, row: Sequence[Version]) -> None:
        """Enters each quotation under its words."""
        self._row = row
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, version in enumerate(row):
            for key in _begun(version):
                self._holders[key].append(number)

    def after(self, number: int) -> list[int]:
        """The places behind this one of quotations that may be of one utterance with it, in order."""
        begun = sorted(_begun(self._row[number]), key=lambda key: (len(self._holders[key]), key))
        chosen = begun[: max(_LEAST_KEYS, len(begun) // 2 + 1)]
        return sorted({place for key in chosen for place in self._behind(key, number)})

    def _behind(self, key: str, number: int) -> list[int]:
        held = self._holders[key]
        return held[bisect_right(held, number) :]


class Retellings:
    """Which of a row of versions may be accounts of one utterance, in other words."""

    def __init__(self, row: Sequence[Version], speakers: Speakers) -> None:
        """Enters each version under its speaker and content words."""
        self._row, self._speakers = row, speakers
        self._holders: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        for number, version in enumerate(row):
            for key in _meant(version):
                self._holders[key].append(number)

    def of(self, number: int) -> list[int]:
        """The places of those that share with this one as many content words as a retelling does, in order."""
        version = self._row[number]
        keys = ((speaker, word) for speaker in self._near(version.attribution.speaker) for word in version.content)
        shared = Counter(place for key in keys for place in self._holders.get(key, ()))
        return sorted(place for place, words in shared.items() if words >= LEAST_RETOLD and place != number)

    def _near(self, speaker: str | None) -> set[str | None]:
        """The speakers whose words may be this one's; those of an unknown one may be anybody's."""
        everybody = {version.attribution.speaker for version in self._row}
        return everybody if speaker is None else {None, *self._speakers.one_with(speaker)}


def _begun(version: Version) -> set[str]:
    return {word[:_BEGINNING] for word in version.words} if version.is_quoted else set()


def _meant(version: Version) -> set[tuple[str | None, str]]:
    return {(version.attribution.speaker, word) for word in version.content}
