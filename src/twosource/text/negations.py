"""Plain negations ("he will not resign", "there were no talks"): what is not so, of whom, and of what time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from twosource.lexicon import mapping, pattern
from twosource.text.sentences import sentence_bounds

Time = Literal["ahead", "behind", "now", "state"]

_NEGATION = re.compile(
    r"\b(?P<aux>will|would|shall|do|does|did|is|are|was|were|am|have|has|had)\s+(?:\w+ly\s+|also\s+)?(?:not|never)\b"
    r"|\b(?P<short>wo|would|do|does|did|is|are|was|were|have|has|had)n['’]t\b"
    r"|['’](?P<clitic>s|re|m|ll|ve)\s+(?:not|never)\b"
    r"|\b(?P<never>never)\b"
    r"|\b(?P<no>no(?:\s+such)?)(?=\s+\w)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[,;:!?—–“”\"()]|\b(?:that|but|and|or|because|since|while|although|though|as|who|which|whom|where|when|whether"
    r"|said|says|told)\b",
    re.IGNORECASE,
)
# "And" joins what is not so: "did not meet them and discuss it" may deny the one and not the other.
_ENDS = re.compile(
    r"[,;:!?—–“”\"()]|\b(?:but|and|because|since|as|while|although|though|after|that|which|who|whom|whose|if"
    r"|unless|until|before|when|where|whether|without|except)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\W*(?:if|unless|until|before|without|except|whether)\b", re.IGNORECASE)
_RELATIVE = ("who", "which", "whom", "where", "that")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_AIM = re.compile(
    r"\W*(?:(?:ever|now|actually)\s+)?(?:plans?|intentions?|intent|planning|intend|intending|going|set|due)\s+(?:to|of|for|on)\b",
    re.IGNORECASE,
)
_HELPERS = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "be", "will", "would"})
_BE = ("is", "are", "was", "were", "am", "re", "m", "s")
_PAST = ("have", "has", "had", "ve", "did", "never")
_BEFORE_NO = re.compile(r"\b(?P<verb>[\w’']+)\s+(?:\w+ly\s+)?$")
_AFTER_NO = re.compile(r"\b(?P<verb>will|would|has|have|had|was|were|is|are|took)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """What is said not to be so: the words after the negation up to the end of its clause, and its subject before.

    `start` and `end` are those of its sentence; `time` is when it would be so: `state` is of no time of its own.
    """

    start: int
    end: int
    subject: str
    said: str
    time: Time


def negations(text: str) -> Iterator[Negation]:
    """The negations that stand in their own right: under no condition, in no question, told of nobody else."""
    for start, end in sentence_bounds(text):
        sentence = text[start:end]
        if sentence.rstrip("\"'”’) ").endswith("?"):
            continue
        for match in _NEGATION.finditer(sentence):
            if (found := _negation(sentence, match)) is not None:
                subject, said, time = found
                yield Negation(start=start, end=end, subject=subject, said=said, time=time)


def _negation(sentence: str, match: re.Match[str]) -> tuple[str, str, Time] | None:
    lead, rest = sentence[: match.start()], sentence[match.end() :]
    if any(pattern("denial", key).search(lead) for key in ("open", "telling", "tentative")):
        return None
    stop = _ENDS.search(rest)
    said, after = (rest[: stop.start()], rest[stop.start() :]) if stop else (rest, "")
    if _UNDER.match(after) or pattern("denial", "partial").match(said.lstrip()):
        return None
    subject = _subject(lead)
    time = None if subject is None else _time(match, lead, said)
    if subject is None or time is None or not said.strip():
        return None
    aim = _AIM.match(said)
    return (subject, said[aim.end() :], "ahead") if aim else (subject, said, time)


def _subject(lead: str) -> str | None:
    """What stands in the clause before; None where the clause only says which is meant ("a plan that did not …")."""
    broken = list(_BREAK.finditer(lead))
    last = broken[-1] if broken else None
    own = lead[last.end() :] if last else lead
    if last is not None and last[0].lower() in _RELATIVE and _HELPERS.issuperset(own.lower().split()):
        return None if lead[: last.start()].strip() else own
    if last is None or own.strip():
        return own
    if last[0] == "," and len(broken) > 1:
        return lead[: broken[0].start()]  # the firm, a maker of tiles, has not …
    return own


def _time(match: re.Match[str], lead: str, said: str) -> Time | None:
    if match["no"]:
        return _time_of_none(lead, said)
    helper = next(filter(None, (match[key] for key in ("aux", "short", "clitic", "never")))).lower()
    words = [word.lower() for word in _WORD.findall(said) if not word.endswith("ly")]
    first = words[0] if words else ""
    if helper in ("will", "would", "wo", "shall", "ll"):
        return "ahead"
    if helper in _PAST or (helper == "s" and first == "been"):
        return "now" if first == "been" and words[1:2] and words[1].endswith("ing") else "behind"
    if helper not in _BE or first.endswith("ing"):
        return "now"
    if is_past(first):
        return "behind" if helper in ("was", "were") else "now"
    return "state"


def _time_of_none(lead: str, said: str) -> Time | None:
    """Of "there were no talks", "held no talks", "no talks were held"."""
    before = _BEFORE_NO.search(lead)
    if before is None:
        after = _AFTER_NO.search(said)
        verb = after["verb"].lower() if after else ""
        return "ahead" if verb in ("will", "would") else "state" if verb in ("", "is", "are") else "behind"
    verb = before["verb"].lower()
    if verb in (*_BE, "has", "have", "had", "be", "been", "see", "sees"):
        return "state"
    return "behind" if is_past(verb) else None


def is_past(word: str) -> bool:
    """Whether a word looks like a past form."""
    return (word.endswith("ed") and len(word) > 4) or word in mapping("irregular", "past")  # noqa: PLR2004 -- not "need"
