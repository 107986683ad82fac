"""Which parts of a passage stand in quotation marks."""

from functools import lru_cache

OPENING = {"“": "”", "«": "»", "„": "“", "‘": "’"}


@lru_cache(maxsize=2048)
def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of what stands between quotation marks, in code points, without the marks.

    A mark that is never closed reaches to the end of the passage: quotations go on over paragraphs. A single mark
    closes only where no letter follows, so that apostrophes do not.
    """
    found, start, closing = [], -1, ""
    for place, sign in enumerate(text):
        after = text[place + 1 : place + 2]
        if start < 0 and (sign == '"' or (sign in OPENING and not (sign == "‘" and not after.strip()))):
            start, closing = place + 1, OPENING.get(sign, '"')
        elif start >= 0 and sign == closing and not (sign == "’" and after.isalnum()):
            found.append((start, place))
            start = -1
    if start >= 0 and closing != "’":
        found.append((start, len(text)))
    return tuple(found)
