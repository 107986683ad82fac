"""Which later words may settle a statement about the future: they tell the same event as past, or as given up."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.lexicon import mapping, pattern, word_set, words
from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.likeness import content
from twosource.text.prospects import clause, verb_of
from twosource.text.words import stem
from twosource.types.span import Span
from twosource.types.writing import Forecast

_MOST = 0.6
_SMALL = 3
_NAMES = 2
_LONG_AGO = re.compile(r"\b(?:last year|years? ago|decades? ago|back in)\b", re.IGNORECASE)
_BACK = 4
_PERFECT = frozenset({"has", "have", "had", "was", "were", "been", "is", "are", "did", "didn"})
_AHEAD = frozenset({"will", "would", "could", "may", "might", "should", "shall", "can", "to", "if", "unless", "ll"})
_FAILS = frozenset({"fail", "failed", "fails", "yet", "refused", "unable", "managed"})


@dataclass(frozen=True, slots=True)
class Event:
    """What is foretold: the stem of its verb, the stems of its other words, of these the names, and whose it is."""

    verb: str
    words: frozenset[str]
    names: frozenset[str]
    subject: frozenset[str]

    def is_named_in(self, words: frozenset[str]) -> bool:
        """Whether words name the one who is to do it; where the forecast names nobody, two of its other names."""
        return not self.subject.isdisjoint(words) if self.subject else len(self.names & words) >= _NAMES


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its lexemes and the stems of its content words."""

    span: Span
    parts: tuple[Lexeme, ...]
    words: frozenset[str]


def foretold(forecast: Forecast, taken: Iterable[Span]) -> Event | None:
    """The event of a forecast, without its horizon and the words `taken` (who says so); None without a verb."""
    start, end = clause(forecast)
    apart = [span for span in (forecast.horizon, forecast.condition, *taken) if span is not None]
    parts = [
        part
        for part in lexemes(forecast.span.exact, forecast.span.start)
        if start <= part.start - forecast.span.start < end
        and not any(span.start <= part.start < span.end for span in apart)
    ]
    verb = verb_of(forecast, parts)
    if verb is None or verb.low in words("forecasts", "empty_verbs"):
        return None
    cue = forecast.cue or forecast.span
    rest = [part for part in parts if part is not verb and not cue.start <= part.start < cue.end]
    names = [part for part in rest if part.is_capital]
    return Event(
        verb=stem(verb.low),
        words=content(rest, word_set("stopwords", "english")) - {stem(verb.low)},
        names=content(names, word_set("stopwords", "english")),
        subject=content((part for part in names if part.start < cue.start), word_set("stopwords", "english")),
    )


class Later:
    """The sentences of reports, to be asked which of them may settle a forecast."""

    def __init__(self, sentences: Iterable[Span]) -> None:
        """Indexes them by their content words."""
        self._told: list[Told] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        for span in sentences:
            parts = lexemes(span.exact)
            told = Told(span, parts, content(parts, word_set("stopwords", "english")))
            for word in told.words:
                self._holders[word].append(len(self._told))
            self._told.append(told)

    def like(self, event: Event) -> Iterator[tuple[Span, float]]:
        """The sentences that tell the event of the same one as past or as given up, and which share of it they have."""
        shared = Counter(place for word in event.words for place in self._holders.get(word, ()))
        least = len(event.words) if len(event.words) < _SMALL else _MOST * len(event.words)
        for place, count in sorted(shared.items()):
            told = self._told[place]
            if count >= max(least, 1) and event.is_named_in(told.words) and _is_over(told, event.verb):
                yield told.span, count / len(event.words)


def _is_over(told: Told, verb: str) -> bool:
    if told.span.exact.rstrip("\"'”’)").endswith("?") or _LONG_AGO.search(told.span.exact):
        return False
    given_up = pattern("forecasts", "given_up").search(told.span.exact) is not None
    return any(
        _is_past(told.parts, place, verb) or (given_up and stem(part.low) == verb)
        for place, part in enumerate(told.parts)
        if part.kind == "word"
    )


def _is_past(parts: Sequence[Lexeme], place: int, verb: str) -> bool:
    """Whether this word is a past form of the verb, or stands negated; not "would have opened", "to be opened"."""
    low = parts[place].low
    before = [part.low for part in parts[max(0, place - _BACK) : place]]
    base = mapping("irregular", "past").get(low)
    if (base is None and stem(low) != verb) or (base is not None and stem(base) != verb):
        return False
    if not _FAILS.isdisjoint(before):
        return True
    is_plain = base not in (None, low) or low.endswith("ed")
    return _AHEAD.isdisjoint(before) and (is_plain or (not _PERFECT.isdisjoint(before) and not low.endswith("ing")))
