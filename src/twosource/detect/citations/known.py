"""Sources whose words give no name, and who are no unnamed sources all the same; and words that are no source's."""

import re

from twosource.lexicon import word_set
from twosource.lexicon.grammar import closed
from twosource.types.article import Article
from twosource.types.span import Span

_BEFORE = 3000  # code points of the report in which somebody may have been brought in
_DEFINITE = re.compile(r"(?:the|this|that) (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+)", re.IGNORECASE)
_HEAD = re.compile(r"(?:the|[\w’' -]+[’']s?) (?:[\w-]+ ){0,3}(?P<noun>leader|founder|chief|head|owner)", re.IGNORECASE)
_WITH = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,4}and (?:his|her|their|its) [a-z]")
_BESIDE = re.compile(r"[A-Z][\w’'-]*, $")  # Ann Lee, a student
_NAMED = re.compile(r"(?:[A-Z](?:[\w’'-]+|\.) ){1,3}[A-Z][\w’'-]+, who ")
_WHO = re.compile(r"(?P<name>(?:[A-Z](?:[\w’'-]+|\.) ){1,3}[A-Z][\w’'-]+), who (?:[a-z]+ ){1,3}$")
_LONGEST_LEAD = 90
_AS_MANY = re.compile(r"\bas $", re.IGNORECASE)
_ITSELF = re.compile(r"\s*(?:him|her|it|them)sel(?:f|ves)\b")
_NO_SOURCE = frozenset({"by", "whatever", "whichever", "whoever", "whenever"})
_CUT = closed("prepositions") | {"even", "only", "just"}


def is_known(article: Article, source: Span) -> bool:
    """Whether the words stand for somebody whom the report names, or anybody can: `the congressman`.

    What a report has not brought in by `a student` or `one student` is known otherwise when it says `the student`.
    """
    words_of = " ".join(source.exact.split())
    if _WITH.match(words_of) or _NAMED.match(words_of):
        return True
    head = _HEAD.fullmatch(words_of)
    if head is not None and (words_of.count(" ") > 1):
        return True
    definite = _DEFINITE.fullmatch(words_of)
    if definite is None or not _is_one(definite["noun"].lower()):
        return False
    first = max(0, source.start - _BEFORE)
    before = article.text[first : source.start]
    noun = re.escape(definite["noun"])
    led = rf"(?i:\b(?:an?|one|another|unnamed|unidentified|second|third|two)\s(?:[\w’'-]+\s){{0,4}}{noun}\b)"
    found = re.finditer(rf"{led}(?!,? (?:[A-Z][\w.’-]+ )?[A-Z][a-z])", before)
    return bool(before.strip()) and all(_BESIDE.search(before, 0, one.start()) for one in found)


def _is_one(noun: str) -> bool:
    """Whether a noun in the singular tells one known person from others: no `source`, no `official`."""
    return noun in word_set("anonymity", "heads") and noun not in word_set("anonymity", "faceless")


def whole(article: Article, source: Span) -> Span:
    """The words for a source with what was cut off: `as many as five people`, `Ann Lee, who served as an adviser`."""
    before = article.text[max(0, source.start - _LONGEST_LEAD) : source.start]
    if source.exact.startswith("many as ") and (led := _AS_MANY.search(before)):
        return article.span(source.start - len(led[0]), source.end)
    named = _WHO.search(before) if source.exact[:1].islower() else None
    return article.span(source.start - len(named[0]), source.end) if named else source


def is_no_source(source: Span | None, content: tuple[Span, ...]) -> bool:
    """Whether words are nobody's name: they lack an end, or are part of what is said."""
    if source is None:
        return False
    found = source.exact.lower().split()
    broken = found[0] in _NO_SOURCE or found[-1] in _CUT
    return broken or any(source.overlaps(part) for part in content)


def is_naming(article: Article, cue: Span | None) -> bool:
    """Whether somebody only gives himself a name: `a man calling himself the secretary`."""
    return cue is not None and cue.exact.lower().startswith("call") and _ITSELF.match(article.text, cue.end) is not None
