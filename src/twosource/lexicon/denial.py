"""Words that deny."""

import re
from functools import cache

from twosource.lexicon import words

_NEGATION = re.compile(r"\b(?:not(?!\s+only\b)|isn't|isn’t|never|nothing|hardly)\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words("denial", key), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def denies(said: str) -> bool:
    """Whether words say of a report, a claim or the like that it is wrong."""
    for match in _pattern("false").finditer(said):
        lead = said[max(0, match.start() - 120) : match.start()]
        if not _NEGATION.search(lead) and _pattern("subjects").search(lead + said[match.end() : match.end() + 40]):
            return True
    return False


@cache
def denial_verbs() -> frozenset[str]:
    """Forms of verbs that deny, single words."""
    return frozenset(word for word in words("denial", "verbs") if " " not in word)
