"""What the trained head for opinion says of the sentences of a report."""

from twosource.detect.wording.evaluated import evaluates
from twosource.models.reader import read
from twosource.text.bodies import body_of
from twosource.types.article import Article, Block
from twosource.types.span import Span

_LIKELY, _SURE, _SURE_OF_A_QUESTION = 3.0, 4.0, 5.0
"""Log-odds. Of the sentences above them in news stories that nobody labelled, more than four in five are opinion. Of
questions it takes more: many are an interviewer's."""


class Judged:
    """The sentences of a report's body, each read among the others, as somebody judges or reports in them."""

    def __init__(self, article: Article) -> None:
        """Reads the body; the pass is shared with the attributions."""
        body = body_of(article)
        self._shifts = {block: body.shift(number) for number, block in enumerate(body.blocks)}
        self._opinion = read(body.text).opinion

    def surely(self, block: Block, sentence: Span) -> bool:
        """Whether the writer of this sentence of the body surely judges."""
        shift = self._shifts[block]
        least = _SURE_OF_A_QUESTION if sentence.exact.endswith("?") else _SURE
        if least == _SURE and evaluates(sentence.exact):
            least = _LIKELY
        return self._opinion.of(sentence.start - shift, sentence.end - shift) > least
