"""Which versions of utterances may be of one, without a look at each pair."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from twosource.text.retold import LEAST_BY_ANYBODY, LEAST_RETOLD
from twosource.text.speakers import Speakers
from twosource.text.versions import Version

# Of the versions that share words with one, so many are compared with it, those that share most; they are looked for
# under its rarer words, until so many entries were read. No natural story comes near.
_MOST_NEAR, _MOST_READ = 400, 20_000
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
        self._everybody = sorted({version.attribution.speaker for version in row}, key=str)

    def of(self, number: int) -> list[int]:
        """The places of those that share with this one as many content words as a retelling does, in order.

        Words of an unknown speaker may be anybody's: they share more.
        """
        speaker = self._row[number].attribution.speaker
        known = self._speakers.one_with(speaker)
        anybody = self._everybody if speaker is None else [None]
        found = self._sharing(number, known, LEAST_RETOLD) | self._sharing(number, anybody, LEAST_BY_ANYBODY)
        found.pop(number, None)
        return sorted(sorted(found, key=lambda place: (-found[place], place))[:_MOST_NEAR])

    def _sharing(self, number: int, speakers: Iterable[str | None], least: int) -> dict[int, int]:
        """The places of these speakers' versions that share so many content words with this one, and how many."""
        held = ((speaker, word) for speaker in speakers for word in self._row[number].content)
        keys = sorted(
            (key for key in held if key in self._holders),
            key=lambda key: (len(self._holders[key]), key[1], str(key[0])),
        )
        shared: Counter[int] = Counter()
        read = 0
        for key in keys:
            shared.update(self._holders[key])
            if (read := read + len(self._holders[key])) > _MOST_READ:
                break
        return {place: words for place, words in shared.items() if words >= least}


def _begun(version: Version) -> set[str]:
    return {word[:_BEGINNING] for word in version.words} if version.is_quoted else set()


def _meant(version: Version) -> set[tuple[str | None, str]]:
    return {(version.attribution.speaker, word) for word in version.content}
