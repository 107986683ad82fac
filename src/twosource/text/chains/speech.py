"""What an attribution tells of him who speaks: that he says it himself, only asks for it, or is still to say it."""

import re

from twosource.text.chains.houses import SPEAKS_FOR
from twosource.types.attribution import Attribution

# What somebody does by words to another: that it was so, the report says.
_BIDS = frozenset(
    f"{verb}{end}"
    for verb, ends in (
        ("urg", ("ed", "es")),
        ("ask", ("ed", "s")),
        ("order", ("ed", "s")),
        ("direct", ("ed", "s")),
        ("instruct", ("ed", "s")),
        ("request", ("ed", "s")),
        ("encourag", ("ed", "es")),
        ("persuad", ("ed", "es")),
    )
    for end in ends
)
# Who told it to the report that carries it is on record there, in whatever words.
_TOLD = frozenset({"told", "tells", "tell"})
# What somebody is still to say, he has not said: "on the verge of announcing".
_AHEAD = re.compile(
    r"\b(?:on the (?:verge|brink) of|about to|close to|near(?:ing)?|ready to|prepar(?:es|ed|ing) to"
    r"|plan(?:s|ned|ning)? to|(?:expected|poised|set|due|likely|going|scheduled) to|will|may|might)"
    r"\s+(?:[a-z]+ly\s+)?$",
    re.IGNORECASE,
)
_NEAR = 40


def is_ahead(attribution: Attribution, text: str) -> bool:
    """Whether the words before the cue, in the text of its report, put the saying into the future."""
    cue = attribution.citation.cue
    return cue is not None and _AHEAD.search(text[max(0, cue.start - _NEAR) : cue.start]) is not None


def bids(attribution: Attribution) -> bool:
    """Whether it is told what somebody asked of somebody, in the report's words: he is not the one who says so."""
    citation = attribution.citation
    return citation.mode != "direct" and citation.cue is not None and citation.cue.exact.casefold() in _BIDS


def speaks(attribution: Attribution) -> bool:
    """Whether somebody speaks for himself: in his own words, or told to the report; through no relay, for nobody."""
    citation = attribution.citation
    stands_in = citation.source is not None and SPEAKS_FOR.search(citation.source.exact)
    is_told = citation.cue is not None and citation.cue.exact.casefold() in _TOLD
    return (citation.mode != "indirect" or is_told) and not stands_in and not attribution.via
