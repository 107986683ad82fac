"""Sources that a report first describes and then names: `a lawyer for Lee said … the lawyer, Tom Ray, said`."""

import re
from collections.abc import Iterable

from twosource.types.attribution import Citation

_FIRST = re.compile(r"(?:an?|his|her|one) ")
_THEN = re.compile(r"(?:the|that) (?P<noun>[a-z-]+), [A-Z][\w.’'-]+ [A-Z]")


def unveiled(citations: Iterable[Citation]) -> dict[str, Citation]:
    """For each citation (its id) of one person without a name, the next source's that names this person, if it does."""
    found: dict[str, Citation] = {}
    waiting: list[Citation] = []
    for citation in citations:
        if citation.source is None:
            continue
        words = citation.source.exact
        named = _THEN.match(words.lower()[:1] + words[1:])
        if named is not None:
            same = [one for one in waiting if one.source and named["noun"] in one.source.exact.lower().split()]
            found |= {one.id: citation for one in same if len(same) == len(waiting)}
        known = citation.anonymous is not None and citation.anonymous.count == 1 and citation.anonymous.reason is None
        waiting = [citation] if known and _FIRST.match(words.lower()) else []
    return found
