"""Statements about the future by the words that make them: a party's plan, a forecast, or neither plainly."""

import re
from collections.abc import Sequence

from twosource.lexicon import pattern, words
from twosource.text.lexemes import Lexeme, lexemes
from twosource.types.span import Span
from twosource.types.writing import Forecast, PredictionKind, Voice

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_START = re.compile(r"[,;:“”\"—–]|\b(?:that|says?|said|and|but|if|because|while)\b", re.IGNORECASE)
_END = re.compile(r"[;“”\"—–]|,\s|\b(?:said|says|but|because|while|which|according)\b", re.IGNORECASE)
_IS_TO = re.compile(r"(?:is|are)\s+to\s+[a-z]+", re.IGNORECASE)
_LEADS_ON = 5
_SPEAKERS = frozenset({"i", "we"})
_STAND_FOR = frozenset({"he", "she", "it", "they"})


def clause(forecast: Forecast) -> tuple[int, int]:
    """Where in its sentence the clause of the words of the future begins and ends, its horizon with it if it follows.

    Offsets count from the start of the sentence.
    """
    text, cue = forecast.span.exact, forecast.cue or forecast.span
    start = max((match.end() for match in _START.finditer(text, 0, cue.start - forecast.span.start)), default=0)
    last = max(cue.end, forecast.horizon.end if forecast.horizon else 0) - forecast.span.start
    end = _END.search(text, last)
    return start, end.start() if end else len(text)


def subject(forecast: Forecast) -> tuple[str, ...]:
    """The words before those of the future in their clause: whoever is to do it."""
    cue = forecast.cue or forecast.span
    return tuple(_WORD.findall(forecast.span.exact[clause(forecast)[0] : cue.start - forecast.span.start]))


def verb_of(forecast: Forecast, parts: Sequence[Lexeme] | None = None) -> Lexeme | None:
    """The verb that the words of the future lead to, among these lexemes of the sentence (all, if none are given)."""
    cue = forecast.cue or forecast.span
    found = lexemes(forecast.span.exact, forecast.span.start) if parts is None else parts
    after = [part for part in found if part.start >= cue.end]
    if _IS_TO.fullmatch(cue.exact):
        after = [part for part in found if cue.start <= part.start < cue.end and part.kind == "word"][-1:]
    for part in after:
        if part.low == "be" or part.low in words("grammar", "adverbs") or part.low.endswith("ly"):
            continue
        is_verb = part.kind == "word" and not part.is_capital and part.low not in words("stopwords", "english")
        return part if is_verb else None
    return None


def prospect(forecast: Forecast, voice: Voice, speaker: str, source: str, *, is_opinion: bool) -> PredictionKind | None:
    """What a statement about the future is, in this voice; `speaker` is its source's name, `source` the words for it.

    Words of planning ("plans to", "is scheduled for") make a plan, those of guessing ("expected", "could") a forecast.
    Bare "will" is a forecast where the author or somebody whose trade it is foretells it, or where it leads to a verb
    of happening ("rise"); a plan where the one who says so is to do it, or where it leads to a verb of doing ("open").
    """
    if forecast.cue is None:
        return None
    doer = [word.lower() for word in subject(forecast)]
    if _is_guessed(forecast, forecast.cue):
        return "forecast"
    if voice == "author" or is_opinion:
        return "plan" if len(doer) == 1 and doer[0] in _SPEAKERS else "forecast"
    if pattern("forecasts", "plan").search(forecast.cue.exact) or (voice == "source" and _is_self(doer, speaker)):
        return "plan"
    before = forecast.span.exact[: forecast.cue.start - forecast.span.start]
    if pattern("forecasts", "foretellers").search(source or before):
        return "forecast"
    return _by_verb(forecast)


def _is_guessed(forecast: Forecast, cue: Span) -> bool:
    """Whether the words of the future are of guessing, or lead on from such: "is expected to say that it will"."""
    guess, lead = pattern("forecasts", "guess"), forecast.span.exact[: cue.start - forecast.span.start]
    if guess.search(cue.exact):
        return True
    *_, last = (None, *pattern("forecasts", "firm").finditer(lead))
    between = lead[last.end() :] if last else ""
    leads_on = _END.search(between) is None and len(between.split()) <= _LEADS_ON
    return last is not None and leads_on and guess.search(last.group()) is not None


def _by_verb(forecast: Forecast) -> PredictionKind | None:
    verb = verb_of(forecast)
    if verb is None:
        return None
    if verb.low in words("forecasts", "happenings"):
        return "forecast"
    return "plan" if verb.low in words("forecasts", "doings") else None


def _is_self(doer: list[str], speaker: str) -> bool:
    """Whether the one who speaks is the one who is to act: a pronoun alone, or a name in common."""
    if len(doer) == 1 and doer[0] in _SPEAKERS | _STAND_FOR:
        return True
    return not {word.lower() for word in _WORD.findall(speaker)}.isdisjoint(doer)


def in_first_person(span: Span, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether the author speaks: "I expect", "my forecast", outside the ranges of quotations."""
    found = pattern("forecasts", "own").finditer(span.exact)
    return any(not any(start <= match.start() < end for start, end in quoted) for match in found)
