"""Words in the mouths of several parties."""

from collections.abc import Iterator, Sequence

from twosource.text.said import said, trifles
from twosource.text.versions import versions
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.span import Span
from twosource.types.story import Story

# So many words in a row, and so many of them that mean something, are known again in another's mouth.
_FEWEST, _MOST, _MEANING = 2, 6, 2


class Mouths:
    """What the reports of a story print between quotation marks, by speaker."""

    def __init__(self, story: Story, attributions: Sequence[Attribution]) -> None:
        """Quotations of known speakers count; they are read when they are first asked for."""
        self._articles = {article.id: article for article in story.articles if article.skipped is None}
        self._attributions = attributions
        self._said: list[tuple[str, str, Span]] | None = None

    def saying(self, run: str) -> Iterator[tuple[str, Span]]:
        """The speakers who are quoted with these words in a row, each with the quotation, by place."""
        row = f" {_row(run)} "
        yield from ((speaker, span) for speaker, words, span in self._all() if row in words)

    def _all(self) -> list[tuple[str, str, Span]]:
        if self._said is None:
            self._said = sorted(
                (
                    (one.speaker, f" {_row(version.span.exact)} ", version.span)
                    for one in self._attributions
                    if one.speaker is not None and one.article in self._articles
                    for version in versions(one, self._articles[one.article], news())
                    if version.is_quoted
                ),
                key=lambda found: (found[2], found[0]),
            )
        return self._said


def runs(text: str, parts: Sequence[str]) -> Iterator[str]:
    """Runs of words of a quotation that hold one of these parts of it, in part, the longest first, verbatim."""
    words = said(text)
    apart = {word.key for part in parts for word in said(part)} - trifles()
    for length in range(min(_MOST, len(words)), _FEWEST - 1, -1):
        for first in range(len(words) - length + 1):
            run = words[first : first + length]
            keys = {word.key for word in run}
            is_whole = run[0].key not in trifles() and run[-1].key not in trifles()
            if is_whole and keys & apart and len(keys - trifles()) >= _MEANING:
                yield " ".join(text[run[0].start : run[-1].end].split())


def _row(words: str) -> str:
    return " ".join(word.key for word in said(words))
