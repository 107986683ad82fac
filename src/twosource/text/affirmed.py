"""Whether words of the future are left standing by the words around them."""

import re
from functools import cache

from twosource.lexicon import any_of, pattern, words

_WAS = re.compile(r"\b(?:was|were|had been)\s+(?:\w+ly\s+)?\w*$")
_UP_TO_HERE = r"(?:(?!\b(?:and|but|while|although)\b)[^;.”])*$"
_WINDOW = 160


def is_affirmed(lead: str, cue: str, between: str) -> bool:
    """Whether the words before a word of the future leave it standing: it is not negated, denied or over."""
    lead = lead[-_WINDOW:]
    clause = lead.rpartition(",")[2] + between
    over = _WAS.search(f"{lead}{cue}"[: len(lead) + 4]) and pattern("forecasts", "passed").search(clause)
    if over or _denied().search(lead):
        return False
    return _negated().search(lead) is None or pattern("forecasts", "not_before").search(between) is not None


@cache
def _negated() -> re.Pattern[str]:
    """A negation at most two words before the end."""
    return re.compile(rf"{any_of(words('forecasts', 'negations')).pattern}\s+(?:[\w’'-]+\s+){{0,2}}$", re.IGNORECASE)


@cache
def _denied() -> re.Pattern[str]:
    """A word of denial in the clause that ends here."""
    return re.compile(any_of(words("forecasts", "denials")).pattern + _UP_TO_HERE, re.IGNORECASE)
