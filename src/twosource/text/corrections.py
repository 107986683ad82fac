"""What a note of correction puts right: the words that were wrong, those that are right, and where they belong."""

import re
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import words
from twosource.text.certainty import matter
from twosource.text.sentences import sentence_bounds, sentences
from twosource.types.article import Article
from twosource.types.span import Span

_LEAST = 3  # content words that a note and the sentence that it corrects have in common


@dataclass(frozen=True, slots=True)
class Change:
    """What was wrong, what is right, and the sentence of the body that it is about; each may be unknown."""

    wrong: Span | None = None
    right: Span | None = None
    about: Span | None = None


def change(article: Article, note: Span) -> Change:
    """What this note changes, as far as its words tell."""
    wrong = right = None
    if contrast := _pattern("contrast").search(note.exact):
        wrong, right = _part(article, note, contrast, "wrong"), _part(article, note, contrast, "right")
    elif said := _pattern("said").search(note.exact):
        wrong = _part(article, note, said, "wrong")
        right = _next(article, note, said.end("wrong"))
    about = _about(article, note) if wrong else None
    return Change(wrong, right, about)


def _part(article: Article, note: Span, match: re.Match[str], group: str) -> Span:
    exact = match.group(group)
    start = note.start + match.start(group)
    return article.span(start, start + len(exact.rstrip(" ,")))


def _next(article: Article, note: Span, end: int) -> Span | None:
    """The sentence of the note after this place, if it goes on there."""
    for start, stop in sentence_bounds(note.exact):
        if start >= end:
            return article.span(note.start + start, note.start + stop)
    return None


def _about(article: Article, note: Span) -> Span | None:
    """The sentence of the body that has most in common with the note; none if several have."""
    told = matter(note.exact)
    shared = [(len(matter(span.exact) & told), span) for span in sentences(article, "body") if not span.overlaps(note)]
    most = max((count for count, _ in shared), default=0)
    best = [span for count, span in shared if count == most]
    return best[0] if most >= _LEAST and len(best) == 1 else None


@cache
def _pattern(key: str) -> re.Pattern[str]:
    joined = "|".join(pattern.replace("'", "['’]").replace(" ", r"\s+") for pattern in words("corrections", key))
    return re.compile(joined, re.IGNORECASE)
