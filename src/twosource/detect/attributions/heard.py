"""To which outlet somebody spoke, where other words than a citation's say so; and what unnamed sources are called."""

import re

from twosource.detect.attributions.directory import Directory
from twosource.lexicon import words
from twosource.lexicon.grammar import plural
from twosource.text.clauses import sentences_of
from twosource.text.nouns import head_of
from twosource.types.article import Article
from twosource.types.party import Party
from twosource.types.span import Span

_SPOKE = r"(?:spoke|talked|chatted|sat\s+down)\s+(?:with|to)"
_HEARS = re.compile(rf"[^.!?\n]{{0,25}}\b(?:{_SPOKE}|interviewed|reached)\s[^.!?\n“”]{{0,60}}")
_TALKS = re.compile(
    rf"[^.!?\n“”]{{0,40}}\b(?:{_SPOKE}|speaking\s+(?:with|to)|in\s+an\s+interview\s+with)\s+(?:the\s+)?"
)
_WITH = re.compile(r"(?:[’']s)?\s+(?:\w+\s+)?interview\s+with\s[^.!?\n“”]{0,60}")
_REACH, _NEAR = 120, 700


class Heard:
    """The outlets of a report to which persons spoke: `The Courier spoke with Ann Lee`, `a Courier interview with`."""

    def __init__(self, article: Article, directory: Directory) -> None:
        """Takes a report, and the parties of its story."""
        named = directory.mentioned(article.id, 0, len(article.text))
        outlets = [one for one in named if one[1].kind == "publication" and not _is_own(article, one[1])]
        self._found: list[tuple[int, str, str]] = []
        for place, outlet in outlets:
            for one, person in directory.mentioned(article.id, max(0, place.start - _REACH), place.end + _REACH):
                if person.kind == "person" and _spoke(article.text, place, one):
                    self._found.append((min(place.start, one.start), person.id, outlet.id))

    def by(self, person: str, place: int) -> str | None:
        """The outlet that heard a person (ids) shortly before this place of the report; what is later is elsewhere."""
        near = [outlet for at, one, outlet in self._found if one == person and at <= place < at + _NEAR]
        return near[-1] if near else None


def _spoke(text: str, outlet: Span, person: Span) -> bool:
    if outlet.end <= person.start:
        between = text[outlet.end : person.start]
        return bool(_HEARS.fullmatch(between) or _WITH.fullmatch(between))
    return person.end <= outlet.start and _TALKS.fullmatch(text, person.end, outlet.start) is not None


def _is_own(article: Article, outlet: Party) -> bool:
    return article.outlet is not None and outlet.name.lower() in article.outlet.lower()


def noun_of(source: Span) -> str:
    """The noun by which words call a source, in the singular: `two senior officials`, `one of the officials`."""
    counted = re.match(r"(?:one|two|three|some|both|several|most|many|another)\s+of\s+", source.exact, re.IGNORECASE)
    rows = sentences_of(source.exact[counted.end() if counted else 0 :])
    if not rows:
        return ""
    low = head_of(rows[0], (0, len(rows[0]))).bare
    singular = {plural(word): word for word in words("anonymity", "heads")} | {"people": "person"}
    return singular.get(low, low)
