"""Datelines: where and by which agency a report begins, before its first sentence."""

import re

_DAY = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_DASH = r" ?(?:--|[-–—]) ?(?=\S)"
_DATELINE = re.compile(
    rf"\s*(?:[A-Z][\w.'’ /-]{{1,40}}(?:, [A-Z][\w.'’ ]{{1,30}})?{_DAY} ?)?{_AGENCY}{_DASH}"  # Ledbury, May 9 (Wire) -
    rf"|\s*[A-Z][A-Z.'’ /-]{{3,40}}(?:, [A-Z][\w.]{{1,15}})?{_DAY}(?: --| ?[–—]| -) ?(?=[A-Z“\"‘])"  # LEDBURY, May 9 —
)


def dateline_end(text: str) -> int:
    """Where the words after a paragraph's dateline begin; 0 where it has none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
