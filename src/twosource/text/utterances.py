"""Which versions of utterances may be of one, without a look at each pair."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from twosource.text.speakers import Speakers
from twosource.text.versions import LEAST_CONTENT, LEAST_RETOLD, Version

# So many letters of a word's beginning, and at least so many of the rarest words, bring two quotations together.
_BEGINNING, _LEAST_KEYS = 4, 4


class Alike:
    """Which of a row of versions, the shortest first, may be of one utterance, without a look at each pair.

    Quotations are alike where they share the beginning of one of their rarer words (one of four letters is not yet
    another spelling), paraphrases where they share enough content words and the speaker.
    """

    def __init__(self, row: Sequence[Version]) -> None:
        """Enters each version under its words."""
        self._row = row
        self._holders: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        for number, version in enumerate(row):
            for key in (*_begun(version), *_meant(version)):
                self._holders[key].append(number)

    def after(self, number: int) -> list[int]:
        """The places behind this one of versions that may be of one utterance with it, in order."""
        begun, meant = (self._rarest(keys(self._row[number])) for keys in (_begun, _meant))
        chosen = (*begun[: max(_LEAST_KEYS, len(begun) // 2 + 1)], *meant[: max(0, len(meant) - LEAST_CONTENT + 1)])
        found = {place for key in chosen for place in self._behind(key, number)}
        return sorted(found)

    def _rarest(self, keys: Iterable[tuple[str | None, str]]) -> list[tuple[str | None, str]]:
        return sorted(keys, key=lambda key: (len(self._holders[key]), key[1]))

    def _behind(self, key: tuple[str | None, str], number: int) -> list[int]:
        held = self._holders[key]
        return held[bisect_right(held, number) :]


class Retellings:
    """Which of a row of versions two reports may give of what speakers say who may be one."""

    def __init__(self, row: Sequence[Version], speakers: Speakers) -> None:
        """Enters each version under its speaker and content words."""
        self._row, self._speakers = row, speakers
        self._holders: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        for number, version in enumerate(row):
            for key in _meant(version):
                self._holders[key].append(number)

    def beside(self, number: int) -> list[int]:
        """The places of those that share with this one as many content words as a retelling does, in order."""
        version = self._row[number]
        keys = (
            (speaker, word)
            for speaker in self._speakers.one_with(version.attribution.speaker)
            for word in version.content
        )
        shared = Counter(place for key in keys for place in self._holders.get(key, ()))
        return sorted(
            place
            for place, words in shared.items()
            if words >= LEAST_RETOLD and self._row[place].attribution.article != version.attribution.article
        )


def _begun(version: Version) -> set[tuple[str | None, str]]:
    return {(None, word[:_BEGINNING]) for word in version.words} if version.is_quoted else set()


def _meant(version: Version) -> set[tuple[str | None, str]]:
    speaker = version.attribution.speaker
    return set() if speaker is None else {(speaker, word) for word in version.content}
