"""What reports print between quotation marks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from twosource.text.quotations import quoted_ranges
from twosource.text.said import said, trifles
from twosource.text.versions import Version
from twosource.types.article import Article

# So many words in a row are the same words in another place; so few beside them are other words there, not cut.
_RUN = 5
ANOTHER = 2


class Printed:
    """What the reports print between quotation marks, anywhere in them."""

    def __init__(self, articles: Iterable[Article], found: Iterable[Version]) -> None:
        """The quotations are read when a report is first asked for; `found` are those that are told, and others."""
        self._articles = {article.id: article for article in articles}
        self._found: dict[str, list[Version]] = defaultdict(list)
        for version in found:
            if version.is_quoted:
                self._found[version.span.article].append(version)
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def lacks(self, article: str, words: str) -> Iterator[str]:
        """The parts of these words that the report prints in no quotation, but for trifles: verbatim, in order.

        Words are printed there if they stand in a row with others, in one quotation or in several that follow one
        another.
        """
        row = said(words)
        held = self._held(article)
        printed: set[int] = set()
        for first in range(len(row) - _RUN + 1):
            if tuple(word.key for word in row[first : first + _RUN]) in held:
                printed.update(range(first, first + _RUN))
        if len(row) < _RUN and tuple(word.key for word in row) in held:
            return
        for is_lacking, places in groupby(range(len(row)), lambda place: place not in printed):
            part = [row[place] for place in places]
            is_cut = len(part) > ANOTHER or not printed  # a word beside printed ones is other there, not cut
            if is_lacking and is_cut and not {word.key for word in part if not word.is_inserted} <= trifles():
                yield " ".join(words[part[0].start : part[-1].end].split())

    def _held(self, article: str) -> frozenset[tuple[str, ...]]:
        """All runs of up to so many words between the report's quotation marks."""
        if article not in self._runs:
            text = self._articles[article].text
            between = [word.key for start, end in quoted_ranges(text) for word in said(text[start:end])]
            rows = [between, *([word.key for word in said(one.span.exact)] for one in self._found[article])]
            self._runs[article] = frozenset(
                tuple(keys[first : first + length])
                for keys in rows
                for length in range(1, _RUN + 1)
                for first in range(len(keys))
            )
        return self._runs[article]
