"""The body of a report in one piece, as the trained model reads it, and the way back to the report."""

from bisect import bisect_right
from dataclasses import dataclass

from twosource.text.safety import encodable
from twosource.types.article import Article, Block


@dataclass(frozen=True, slots=True)
class Body:
    """The body's blocks, a line each; `starts` holds where each begins in `text`, and where the text ends."""

    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    text: str

    def block_at(self, place: int) -> int:
        """The number of the block that holds this place of the text."""
        return bisect_right(self.starts, place) - 1

    def shift(self, number: int) -> int:
        """What to add to a place of the text in this block, for the place in the report (code points)."""
        return self.blocks[number].start - self.starts[number]


def body_of(article: Article) -> Body:
    """The body of a report; a line break within a block is a matter of lay-out, and no end of a paragraph."""
    blocks = tuple(article.passages("body"))
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + block.end - block.start + 1)
    bodies = (encodable(article.text[block.start : block.end]).replace("\n", " ") for block in blocks)
    return Body(blocks, tuple(starts), "".join(f"{body}\n" for body in bodies))
