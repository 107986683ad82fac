"""How common English words are in news."""

from functools import cache
from typing import cast

from twosource.lexicon import table


@cache
def shares() -> dict[str, float]:
    """The share of reports in which a stem occurs, for common stems; it is shared: do not change it."""
    levels = cast("list[dict[str, object]]", table("frequency")["level"])
    return {stem: cast("float", level["share"]) for level in levels for stem in cast("str", level["stems"]).split()}
