"""What "the report" of an answer is: what the story is about, or what the words before it tell of another time."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from twosource.lexicon import pattern
from twosource.text.sentences import sentence_bounds
from twosource.types.article import Article
from twosource.types.span import Span

_POINTS = re.compile(r"\b(?:those|these|such)\b", re.IGNORECASE)
_QUOTES = ("“", '"', "‘", "'", ":")
_NAMED = re.compile(
    r"\b(?:the|this|that)\s+(?:[\w’'.&-]+\s+){0,3}?"
    r"(?:story|reports?|article|allegations?|rumou?rs?|account|version of events)\b"
)
_THIS = re.compile(
    r"\b(?:this|that)\s+(?:\w+\s+)?(?:story|report|account|version|claim|allegation|rumou?r)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_of_other(answer: Span, article: Article, heart: str, shares: Callable[[str], AbstractSet[str]]) -> bool:
    """Whether the sentence before an answer, or its own lead, tells of another matter, to which it is an answer.

    Of another time ("in 2009 similar rumours surfaced"), or of a report that shares nothing with the heart of the story
    ("last month officials claimed that he was hurt; they have not confirmed those reports"). Words of another paragraph
    do not count.
    """
    before = article.text[: answer.start].rpartition("\n")[2]
    told = [before[start:end] for start, end in sentence_bounds(before)]
    lead = " ".join(told[-2:] if told and not told[-1].rstrip().endswith((".", "!", "?", "”", '"')) else told[-1:])
    if not lead.strip():
        return False
    reports, tells = (pattern("denial", key).search(lead) for key in ("reporting", "telling"))
    is_earlier = pattern("denial", "earlier").search(lead) or set(_YEAR.findall(lead)) - set(_YEAR.findall(heart))
    if is_earlier and (reports or tells):
        return True
    is_quoted = before.rstrip().endswith(_QUOTES)
    return bool(reports or tells) and not is_quoted and _POINTS.search(answer.exact) is not None and not shares(lead)


def tells_of_report(answer: str) -> bool:
    """Whether an answer speaks of "the report", and not of what "it" may be."""
    return _NAMED.search(answer) is not None


def points_at_report(answer: str) -> bool:
    """Whether an answer is to "this account", whatever it says that it is of."""
    return _THIS.search(answer) is not None
