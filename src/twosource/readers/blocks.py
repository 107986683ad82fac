"""The blocks of plain text: one a line (or a paragraph, where lines are broken to a width), each with its kind.

The text is kept whole; a block that is not body is only labelled. In doubt a line is body: a paragraph that is taken
for an advert loses what it reports, one too many only adds noise.
"""

from twosource.readers.captions import is_caption
from twosource.readers.cues import of_line
from twosource.readers.headings import mark_headings
from twosource.readers.language import UNDETERMINED, language_of
from twosource.readers.lines import Line, lines_of
from twosource.readers.promotion import mark_adverts, mark_links
from twosource.readers.tail import mark_foreign, mark_repeats, mark_tail
from twosource.types.article import Block, BlockKind

Kinds = list[BlockKind | None]


def label(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text, in its order; they cover all of it but blanks and line breaks."""
    lines = lines_of(text)
    kinds: Kinds = ["caption" if is_caption(line) else of_line(line) for line in lines]
    mark_headings(lines, kinds, title)
    mark_repeats(lines, kinds)
    mark_links(lines, kinds)
    mark_adverts(lines, kinds)
    main = language_of("\n".join(line.text for line, kind in zip(lines, kinds, strict=True) if kind is None))
    languages = [_language(line, main) for line in lines]
    mark_foreign(
        lines, kinds, [main != UNDETERMINED and language not in (main, UNDETERMINED) for language in languages]
    )
    mark_tail(lines, kinds)
    return tuple(
        Block(kind=kind or "body", language=language, start=line.start, end=line.end)
        for line, kind, language in zip(lines, kinds, languages, strict=True)
    )


def _language(line: Line, main: str) -> str:
    """That of the line; a line too short to tell is taken to be in the language of the report."""
    found = language_of(line.text)
    return main if found == UNDETERMINED else found
