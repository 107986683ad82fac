"""Quotations without a cue: they go on with the speaker before them, or have none."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.marked import Marked
from twosource.text.clauses import Sentence, told_in
from twosource.text.tokens import Token
from twosource.types.article import Article, Block

_FEWEST_WORDS = 5


@dataclass(slots=True, eq=False)
class Found:
    """A draft and its block; `extra` are further parts (block, start, end) from later sentences, in code points.

    `marked` is what the model marked, which then goes before the draft's own cue, source and parts.
    """

    block: Block
    draft: Draft
    extra: list[tuple[int, int]] = field(default_factory=list)
    continues: "Found | None" = None
    marked: Marked | None = None

    @property
    def is_quote(self) -> bool:
        """Whether part of it is quoted."""
        if self.marked is not None:
            return self.marked.mode != "indirect"
        return any(self.draft.row[at].is_quoted for first, stop in self.draft.parts for at in range(first, stop))


@dataclass(slots=True)
class Speech:
    """What was said last, while reading on: the citation, whether its words are still to come or still run."""

    last: Found | None = None
    adjacent: bool = False
    pending: Found | None = None
    unclosed: bool = False


def bare_quotation(row: Sentence) -> int | None:
    """The token of a quotation that is a sentence of its own."""
    places = [at for at, token in enumerate(row) if token.is_word or token.is_quoted]
    return places[0] if len(places) == 1 and row[places[0]].is_quoted else None


def passages(article: Article) -> Iterable[tuple[Block, tuple[Sentence, ...]]]:
    """The body's blocks and their sentences, without datelines."""
    for block in article.passages("body"):
        yield block, told_in(article.text[block.start : block.end])


def _within(block: Block, token: Token) -> tuple[int, int]:
    """The words of a quotation without its marks, in code points of the report."""
    quotation = token.quotation
    start, end = (quotation.start, quotation.end) if quotation else (token.start, token.end)
    return (block.start + start, block.start + end)


def _set_off(block: Block, speech: Speech) -> Found | None:
    """A paragraph without marks that a colon announces: `The letter reads:` and then its words."""
    found = speech.pending
    if found is None or found.block is block:
        return None
    found.draft.pending = False
    found.draft.parts = []
    found.extra.append((block.start, block.end))
    return found


def uncued(block: Block, row: Sentence, speech: Speech, *, opens_block: bool) -> Found | None:
    """The citation of a quotation that is a sentence of its own: joined to the last one, continuing it, or nobody's."""
    place = bare_quotation(row)
    if place is None:
        return _set_off(block, speech) if opens_block and speech.pending is not None else None
    token = row[place]
    quotation = token.quotation
    if speech.pending is not None:
        found = speech.pending
        found.draft.pending = False
        found.draft.parts = []
        found.extra.append(_within(block, token))
        return found
    last = speech.last
    draft = Draft(row=row, cue=(place, place), parts=[(place, place + 1)])
    if last is not None and (speech.adjacent or speech.unclosed):
        if not opens_block and last.is_quote and last.block is block:
            last.extra.append(_within(block, token))
            return None
        return Found(block, draft, continues=last)
    whole = (
        quotation is not None
        and len(token.text.split()) >= _FEWEST_WORDS
        and token.text.rstrip("\"'”’»").endswith((".", "!", "?", ",", "…"))
    )
    return Found(block, draft) if whole and not (opens_block and quotation and not quotation.closed) else None
