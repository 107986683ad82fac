"""Words that come from unnamed sources only, and how each report describes these."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from twosource.lexicon import word_set
from twosource.text.judging.named import Named
from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.places import Places
from twosource.text.quotations import quotations
from twosource.text.sentences import sentences
from twosource.text.vocabulary import news
from twosource.text.words import stem
from twosource.types.article import Article
from twosource.types.attribution import Citation
from twosource.types.span import Span

# Words of a quotation that are told from chance.
RUN = 5


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence (or what is cited in it) on the word of somebody unnamed.

    `telling` are the words that tell the source from others, `about` the content words of what it says and the parties
    that it names, `runs` the stretches of it that stand in quotation marks.
    """

    sentence: Span
    description: str
    telling: frozenset[str]
    about: frozenset[str]
    runs: frozenset[tuple[str, ...]]


def voices(article: Article, citations: Sequence[Citation], named: Named) -> Iterator[Voice]:
    """What a report has from unnamed sources that know from inside, sentence by sentence."""
    quoted = _quoted(article)
    placed = Places((part, citation) for citation in citations for part in citation.content)
    for sentence in sentences(article, "body"):
        for citation in dict.fromkeys(placed.overlapping(sentence)):
            source = citation.anonymous
            if source is None or citation.act != "asserts" or not is_inside(source.description):
                continue
            parts = [part for part in citation.content if part.overlaps(sentence)]
            yield Voice(
                sentence=sentence,
                description=" ".join(source.description.split()),
                telling=telling(source.description),
                about=frozenset(word for part in parts for word in (*news().content(part.exact), *named(part))),
                runs=frozenset(run for part in parts for run in _runs(part, quoted)),
            )


def is_inside(description: str) -> bool:
    """Whether the head is somebody who knows from inside: "a department official", "one source who was there"."""
    parts = lexemes(description)
    head = list(takewhile(lambda part: part.low not in word_set("voices", "behind"), parts))
    return bool(head) and stem(head[-1].low) in _heads()


def telling(description: str) -> frozenset[str]:
    """The stems that tell a source from others; none for "one source"."""
    plain = word_set("voices", "plain")
    return frozenset(
        stem(part.low)
        for part in lexemes(description)
        if part.kind == "word" and len(part.low) > 1 and part.low not in plain | word_set("stopwords", "english")
    )


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(stem, word_set("voices", "heads")))


def _quoted(article: Article) -> list[tuple[int, int]]:
    return [
        (quotation.start, quotation.end)
        for block in article.passages("body")
        for quotation in quotations(article.text, block.start, block.end)
    ]


def _runs(part: Span, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[str, ...]]:
    """Each stretch of so many words that stands within one quotation."""
    found: Sequence[Lexeme] = [one for one in lexemes(part.exact, part.start) if one.kind != "sign"]
    for place in range(len(found) - RUN + 1):
        run = found[place : place + RUN]
        if any(start <= run[0].start and run[-1].end <= end for start, end in quoted):
            yield tuple(one.low for one in run)
