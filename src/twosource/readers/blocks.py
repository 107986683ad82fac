"""The blocks of plain text: one a line (or a paragraph, where lines are broken to a width), each with its kind.

The text is kept whole; a block that is not body is only labelled. In doubt a line is body: a paragraph that is taken
for an advert loses what it reports, one too many only adds noise.
"""

from collections.abc import Sequence

from twosource.readers.captions import is_caption
from twosource.readers.cues import of_line
from twosource.readers.headings import mark_headings
from twosource.readers.imprint import bylines, mark_imprint
from twosource.readers.language import UNDETERMINED, language_of
from twosource.readers.lines import Line, lines_of
from twosource.readers.promotion import mark_adverts, mark_links, mark_titles
from twosource.readers.tail import mark_foreign, mark_repeats, mark_tail
from twosource.types.article import Block, BlockKind


def label(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text, in its order; they cover all of it but blanks and line breaks."""
    lines = lines_of(text)
    return label_lines(lines, [None] * len(lines), title)


def label_lines(
    lines: Sequence[Line], known: Sequence[BlockKind | None], title: str | None, *, links_known: bool = False
) -> tuple[Block, ...]:
    """The blocks of lines of which some have a kind already, told by the markup of a page; the others are read.

    With `links_known`, links have been told by markup: lists of titles, and lines that repeat, are not taken for links.
    """
    open_lines = [line for line, kind in zip(lines, known, strict=True) if kind is None]
    read = iter(_read(open_lines, title, bylines(lines), links_known=links_known))
    kinds: list[BlockKind] = [next(read) if kind is None else kind for kind in known]
    if "headline" in known:  # there is one headline
        for i, kind in enumerate(kinds):
            kinds[i] = "subhead" if kind == "headline" and known[i] is None else kind
    main = _main_language(lines, kinds)
    return tuple(
        Block(kind=kind, language=_language(line, main), start=line.start, end=line.end)
        for line, kind in zip(lines, kinds, strict=True)
    )


def _read(lines: list[Line], title: str | None, authors: frozenset[str], *, links_known: bool) -> list[BlockKind]:
    kinds: list[BlockKind | None] = ["caption" if is_caption(line) else of_line(line) for line in lines]
    mark_imprint(lines, kinds)
    mark_headings(lines, kinds, title)
    if not links_known:
        mark_repeats(lines, kinds)
    mark_links(lines, kinds)
    if not links_known:
        mark_titles(lines, kinds)
    mark_adverts(lines, kinds)
    main = _main_language(lines, kinds)
    mark_foreign(lines, kinds, [main != UNDETERMINED and _language(line, main) != main for line in lines])
    mark_tail(lines, kinds, authors)
    return [kind or "body" for kind in kinds]


def _main_language(lines: Sequence[Line], kinds: Sequence[BlockKind | None]) -> str:
    return language_of("\n".join(line.text for line, kind in zip(lines, kinds, strict=True) if kind in (None, "body")))


def _language(line: Line, main: str) -> str:
    """That of the line; a line too short to tell is taken to be in the language of the report."""
    found = language_of(line.text)
    return main if found == UNDETERMINED else found
