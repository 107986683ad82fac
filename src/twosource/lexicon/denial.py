"""Words that deny."""

import re
from functools import cache

from twosource.lexicon import words

_NEGATION = re.compile(r"\b(?:not(?!\s+only\b)|isn't|isn’t|never|nothing|hardly)\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _false() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words("denial", "false"), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


@cache
def _subjects() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words("denial", "subjects"), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def denies(said: str) -> bool:
    """Whether words say of a report, a claim or the like that it is wrong."""
    for match in _false().finditer(said):
        lead = said[max(0, match.start() - 120) : match.start()]
        if not _NEGATION.search(lead) and _subjects().search(lead + said[match.end() : match.end() + 40]):
            return True
    return False


@cache
def denial_verbs() -> frozenset[str]:
    """Forms of verbs that deny, single words."""
    return frozenset(word for word in words("denial", "verbs") if " " not in word)
