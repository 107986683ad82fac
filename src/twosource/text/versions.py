"""Versions of an utterance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import mapping
from twosource.text.quotations import quotations
from twosource.text.said import said, sentences_of
from twosource.text.vocabulary import news
from twosource.text.words import Vocabulary
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.span import Span

# So many words are hardly ever somebody else's by chance.
LEAST_OTHER_SPEAKER = 6
# Words that lead to a name in quotation marks, and how many code points before the mark they are looked for.
_NAMING = re.compile(
    r"\b(?:known(?:\s+\w+ly)?\s+as|dubbed|nicknamed|code-?named|named|titled|entitled)\s+$", re.IGNORECASE
)
_NAMED_BEFORE = 40
# So many code points at most lead to a quotation within a quotation.
_LONGEST_LEAD = 40
_TITLE = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a version: its words in lower case, and its content words."""

    words: tuple[str, ...]
    content: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Attributed words in one report: where, by whom, its words in lower case, its content words, and its sentences.

    `is_quoted` says whether the report gives them as the speaker's own.
    """

    span: Span
    attribution: Attribution
    words: tuple[str, ...]
    content: frozenset[str]
    is_quoted: bool
    sentences: tuple[Sentence, ...]


def versions(attribution: Attribution, article: Article, vocabulary: Vocabulary) -> Iterator[Version]:
    """The quoted parts of an attribution that are long enough to be known again, and its contents as paraphrases.

    A content in quotation marks is one version; one that is quoted in part gives its quoted parts, and itself.
    """
    mode = attribution.citation.mode
    for part in attribution.citation.content:
        inner = quotations(article.text, part.start, part.end) if mode == "mixed" else ()
        parts = [q for q in inner if q.depth == 0 and q.start < q.end and not _is_name(article.text, q.outer_start)]
        is_direct = mode == "direct" or (mode == "indirect" and _is_opened(article, part))
        quoted = [_unled(article, part)] if is_direct else [article.span(q.start, q.end) for q in parts]
        for span in (span for span in quoted if _is_telling(span.exact, vocabulary)):
            yield from _version(span, attribution, vocabulary, is_quoted=True)
        if not is_direct:
            yield from _version(part, attribution, vocabulary, is_quoted=False)


def _unled(article: Article, part: Span) -> Span:
    """A quotation without what only leads to another one that fills it: “Our statement: ‘We deny it all.’”."""
    inner = [one for one in quotations(article.text, part.start, part.end) if one.depth == 0 and one.start < one.end]
    if len(inner) == 1 and not article.text[inner[0].outer_end : part.end].strip():
        lead = article.text[part.start : inner[0].outer_start].rstrip()
        if lead.endswith(":") and len(lead) <= _LONGEST_LEAD:
            return article.span(inner[0].start, inner[0].end)
    return part


def _is_opened(article: Article, part: Span) -> bool:
    """Whether a quotation mark opens right before these words: of several paragraphs, only the last one is closed."""
    before = article.text[max(0, part.start - 2) : part.start]
    return before[-1:] in set("‘'“\"") and not before[:-1].strip()


def _is_telling(fragment: str, vocabulary: Vocabulary) -> bool:
    """Whether what is quoted is long enough to be known again, or says more than when, or what something is called.

    Not "at the end of the year", "Islamic State".
    """
    if len(said(fragment)) >= LEAST_OTHER_SPEAKER:
        return True
    is_title = _TITLE.fullmatch(fragment.strip(" .,")) is not None
    return not is_title and not frozenset(vocabulary.content(fragment)) <= _of_time()


@cache
def _of_time() -> frozenset[str]:
    tables = ("units", "parts", "months", "weekdays", "seasons", "parts_of")
    return frozenset(news().content(" ".join(word for name in tables for word in mapping("times", name))))


def _is_name(text: str, start: int) -> bool:
    """Whether what is quoted from here on is what something is called, not what somebody says."""
    return _NAMING.search(text, max(0, start - _NAMED_BEFORE), start) is not None


def _version(span: Span, attribution: Attribution, vocabulary: Vocabulary, *, is_quoted: bool) -> Iterator[Version]:
    whole = _sentence(span.exact, vocabulary)
    parts = tuple(_sentence(part, vocabulary) for part in sentences_of(span.exact)) if is_quoted else (whole,)
    if whole.words:
        yield Version(
            span=span,
            attribution=attribution,
            words=whole.words,
            content=whole.content,
            is_quoted=is_quoted,
            sentences=parts,
        )


def _sentence(text: str, vocabulary: Vocabulary) -> Sentence:
    row = said(text)
    own = [word for word in row if not word.is_inserted] or row  # but for what a report put in between brackets
    spoken = tuple(word.key for word in own)
    return Sentence(words=spoken, content=frozenset(vocabulary.content(text)))


def wording(version: Version) -> tuple[object, ...]:
    """All of a version that can tell it from another: versions of one wording differ from any third alike."""
    return version.words, version.attribution.speaker, version.is_quoted
