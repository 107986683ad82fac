"""Whether a report spoke to an unnamed source itself: only where nothing near says that it has it from elsewhere."""

import re
from collections.abc import Sequence

from twosource.export.audit.policy import Sourcing
from twosource.export.document import ArticleRecord, AttributionRecord
from twosource.lexicon import pattern
from twosource.text.sentences import sentence_bounds

_NAME = r"[A-Z][\w.’']*(?:\s+[A-Z][\w.]*){0,3}"
# An outlet at work in the sentence, or in the one before: "The Record reported", "Coast Daily writes".
_REPORTS = re.compile(rf"\b(?P<outlet>{_NAME})\s+(?:also\s+)?(?:reports|reported|writes|wrote|broke|revealed)\b")
# Somebody else quotes the source, or was told: "citing a source", "a source told the Record".
_CITES = re.compile(r"\b(?:citing|cites|cited|quotes|quoted|quoting)\b")
_TOLD = re.compile(
    rf"\b(?:told|tells|(?:said|spoke|speaking|indicated|confirmed)\s+to)\s+(?:the\s+)?"
    rf"(?P<outlet>{_NAME}|newspaper|paper|magazine|agency|broadcaster|network|channel|site|website)\b"
)
_OWNS = re.compile(rf"(?P<outlet>{_NAME})['’]s?\s+(?:\w+\s+)?(?:sources?|insiders?|people)\b")


def sourcing_of(article: ArticleRecord, attributions: Sequence[AttributionRecord]) -> Sourcing:
    """Inherited: a relay is known, or it is "reportedly" so. Own: nothing near names another outlet. Else unclear."""
    if any(one.via or _is_hearsay(article.text, one) for one in attributions):
        return "inherited"
    return "unclear" if any(_names_another(article, one) for one in attributions) else "own"


def _is_hearsay(text: str, one: AttributionRecord) -> bool:
    """Whether "reportedly" or the like stands between the source and its cue."""
    if one.source is None or one.cue is None:
        return False
    start, end = min(one.source.start, one.cue.start), max(one.source.end, one.cue.end)
    return pattern("wording", "hedge").search(text, start, end) is not None


def _names_another(article: ArticleRecord, one: AttributionRecord) -> bool:
    place = (one.source or one.content[0]).start
    block = next((part for part in article.blocks if part.start <= place < part.end), None)
    if block is None:
        return True
    before, own = _sentences(article.text[block.start : block.end], place - block.start)
    if _CITES.search(own):
        return True
    if not before:  # the paragraph begins here: "Coast Daily writes:" may close the one before
        before = article.text[max(block.start - 200, 0) : block.start].rstrip().rpartition("\n")[2]
        before = before if before.endswith(":") else ""
    found = [*_REPORTS.finditer(before), *_REPORTS.finditer(own), *_TOLD.finditer(own), *_OWNS.finditer(own)]
    return any(not _is_own(match["outlet"], article.outlet) for match in found) or before.endswith(":")


def _sentences(text: str, place: int) -> tuple[str, str]:
    """The sentence before the one at this place, and that one."""
    before = ""
    for start, end in sentence_bounds(text):
        if start <= place < end:
            return before, text[start:end]
        before = text[start:end]
    return before, ""


def _is_own(name: str, outlet: str | None) -> bool:
    """Whether a name is that of the report's own outlet, or part of it."""
    return bool(outlet) and _words(name) <= _words(outlet or "")


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"\w+", name)) - {"the", "s"}
