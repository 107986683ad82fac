"""What the words of a denial deny: all of a report, what they name, or what concerns the denier alone."""

import re
from collections.abc import Iterator
from functools import cache

from twosource.lexicon import any_of, pattern, words
from twosource.lexicon.denial import denial_verbs, denies
from twosource.text.sentences import sentence_bounds

# "denied the claim by a former aide that …": so many words after its noun at most, a report is said to be of something.
_FAR = 8
# What hangs on the words that are denied is told beside them: "denied that he was briefed on reports that …".
_HANGS = re.compile(r"\b(?:that|which|who|whom|whether|after|because|while|but|although|though)\b", re.IGNORECASE)
# Where a sentence turns from its denial to something else: "is not true, but did not offer further comment".
_TURNS = re.compile(r"[,;:\"”’]*\s+(?:but|although|though|while|whereas)\b", re.IGNORECASE)
# The words around it that say whose it is.
_SAID = re.compile(
    r"\b(?:said|says|told|added|insisted|stressed|maintained|stated|wrote|explained|tweeted)\b(?:[^.;]{0,40}?\bthat\b"
    r"|\s+(?=(?:the|this|these|any|such)\s+(?:[\w’'-]+\s+){0,3}(?:story|stories|reports?|claims?|allegations?|rumou?rs?)\b))",
    re.IGNORECASE,
)
# "Denied on Tuesday that": when somebody denies is no part of what he denies.
_WHEN = re.compile(
    r"^\s*(?:,\s*)?(?:(?:(?:early|late|later)\s+)?(?:on\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|earlier|again|last\s+(?:week|night))"
    r"(?:\s+(?:morning|night|evening|afternoon))?)(?:\s*,)?(?=\s)",
    re.IGNORECASE,
)
_BY = re.compile(r"\W*by\b", re.IGNORECASE)
# Who speaks of himself: "I never saw it", "denied having been told", "denied any part in it".
_MYSELF = re.compile(r"\b(?:I|me|my|myself)\b(?!['’]m\s+told)")
_HIMSELF = re.compile(
    r"\W*(?:that\s+)?(?:he|she|they|it|having|doing|being|\w+ing"
    r"|any\s+(?:role|part|hand|involvement|knowledge|wrongdoing|link|links|connection))\b",
    re.IGNORECASE,
)


def denied(answer: str) -> Iterator[str]:
    """What each sentence of an answer denies: what stands after a word of denial, and of a report what it is of.

    Empty where it is the report as a whole ("denied the report", "this story is false"). What stands beside the
    sentence that denies is no part of it.
    """
    told_of = [answer[start:end] for start, end in sentence_bounds(answer)]
    for sentence in [one for one in told_of if _verbs().search(one) or denies(one)] or told_of:
        told = _unwrapped(_object(sentence))
        yield _short(told) if _verbs().search(sentence) else told


def lead(answer: str) -> str:
    """What stands before the word of denial; nothing, if there is none."""
    cue = _verbs().search(answer)
    return answer[: cue.start()] if cue else ""


def is_of_oneself(answer: str) -> bool:
    """Whether an answer says, in the denier's own words, only what is not so of him: "no discussion with me"."""
    told = [answer[start:end] for start, end in sentence_bounds(answer)]
    return all(_verbs().search(one) is None and _MYSELF.search(one) is not None for one in told)


def is_of_own_deed(answer: str) -> bool:
    """Whether a report says what the denier says not to have done himself: "denied having met them"."""
    told = [answer[start:end] for start, end in sentence_bounds(answer)]
    cues = [_verbs().search(one) for one in told]
    return all(cue and _HIMSELF.match(one, cue.end()) for one, cue in zip(told, cues, strict=True))


def is_of_knowing(text: str) -> bool:
    """Whether it tells what somebody knew, or was told: to deny that is not to deny the thing."""
    return pattern("denial", "knowing").search(text) is not None


def is_of_others(answer: str) -> bool:
    """Whether it tells of denials that others make."""
    return pattern("denial", "denials").search(answer) is not None


def _object(sentence: str) -> str:
    """What stands after the word of denial; before it where it is a passive, or has nothing after it."""
    cue = _verbs().search(sentence)
    if cue is None:
        head = _TURNS.split(sentence, maxsplit=1)[0]
        sentence = head if pattern("denial", "false").search(head) else sentence
        said = _SAID.search(sentence)
        told = sentence[said.end() :] if said else sentence
        return pattern("denial", "false").sub(" ", told) if denies(told) else told
    before, after = sentence[: cue.start()], _WHEN.sub("", sentence[cue.end() :])
    return before if _BY.match(after) or not after.strip(" .,;\"'”’") else after


def _unwrapped(words_: str) -> str:
    """Of words that begin with a report, what it is of; nothing if they do not say."""
    report = _reports().match(words_)
    if report is None:
        return words_
    told = _of().match(words_, report.end())
    return _unwrapped(words_[told.end() :]) if told else ""


def _short(words_: str) -> str:
    """Without what hangs on it."""
    lead = re.match(r"\W*that\b", words_, re.IGNORECASE)
    hanging = _HANGS.search(words_, lead.end() if lead else 0)
    return words_[: hanging.start()] if hanging else words_


@cache
def _verbs() -> re.Pattern[str]:
    return any_of(tuple(sorted(denial_verbs())))


@cache
def _reports() -> re.Pattern[str]:
    nouns = "|".join(sorted({*words("denial", "objects"), *words("denial", "subjects")} - {"it", "this", "that"}))
    return re.compile(rf"\W*(?:[\w’'.-]+\s+){{0,4}}?(?:{nouns}|version of events)\b", re.IGNORECASE)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\s,—–]+(?!(?:as|but|while|and|after|which|although|though|when|because)\b)[\w’'.-]+){{0,{_FAR}}}?[\s,—–]+(?:that|of|about|claiming|alleging|saying|suggesting)\b",
        re.IGNORECASE,
    )
