"""What somebody will not speak about, as the report words it."""

import re
from functools import cache

from twosource.lexicon import pattern, words
from twosource.text.words import words as words_of

_TO = re.compile(r"\W*(?:on|about|upon|regarding|to|whether|if|how|why|when|what)\b", re.IGNORECASE)
# To whom, when and where an answer was asked for, or given, is not what it is about.
_ASIDE = re.compile(
    r"\b(?:to (?:[A-Z][\w’'.-]*|the [A-Z][\w’'.-]*|reporters?|the media|the press)"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:as|when|while|after|before|because|citing|through|via|by|beyond|saying|but|and|though|although|until)\b.*)",
)
# "on the Coast Herald report" names no more than "on the report" does.
_REPORT, _NAME = re.compile(r"\b(?:report|reports|story|article|allegations?)\b"), re.compile(r"\b[A-Z][\w’'.&-]*")


def object_of(silence: str) -> str:
    """The words after the refusal that say what it is about; empty where they only name the claim or the request.

    "has not commented on the ferry deal" gives "on the ferry deal", "did not respond to a request for comment" nothing.
    """
    cue = pattern("denial", "refused").search(silence)
    if cue is None:
        return ""
    after = silence[cue.end() :].split(",", maxsplit=1)[0]
    told = _ASIDE.sub(" ", after)
    if _REPORT.search(told):
        told = _NAME.sub(" ", told)
    if _TO.match(told) is None or all(word in _plain() for word in words_of(told)):
        return ""
    return " ".join(after.split())


@cache
def _plain() -> frozenset[str]:
    return frozenset((*words("denial", "plain", "words"), *words("stopwords", "english"), *words("denial", "asked")))
