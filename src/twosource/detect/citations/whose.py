"""Whose word the model's words for a source are not, though they stand beside the cue."""

import re

from twosource.types.article import Article
from twosource.types.span import Span

_AND = re.compile(r"\s*(?:and|but|then|and then)\s*(?:also |later |again )?")
_AS = re.compile(r"\bas\s+(?:the\s+)?$", re.IGNORECASE)
_ADVERB = re.compile(
    r",?\s+(?:however|meanwhile|too|also|though|then|in turn|for (?:his|her|its|their) part)$", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)


def bare_end(source: Span) -> int | None:
    """Where the words for a source end before an adverb of the sentence: `Lee, however`; None without one."""
    found = _ADVERB.search(source.exact)
    return source.start + found.start() if found and found.start() else None


def is_object(article: Article, source: Span, cue: int) -> bool:
    """Whether the words are what the verb before is about: `an official identified her as Ann Lee and said`."""
    return source.end < cue and _AND.fullmatch(article.text, source.end, cue) is not None


def is_contrary(article: Article, source: Span | None, content: tuple[Span, ...]) -> bool:
    """Whether somebody is named for the contrary: `she is not his wife, as officials had claimed`."""
    if source is None or not content or content[-1].end > source.start:
        return False
    before = article.text[max(0, source.start - 8) : source.start]
    return _AS.search(before) is not None and any(_NOT.search(part.exact) for part in content)
