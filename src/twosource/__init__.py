"""twosource: who says what in many reports of one story, on whose word, and how many independent sources there are.

articles = twosource.read(["examples/harbour-tunnel"])
dossier = twosource.investigate(articles)
print(dossier.to_json())
"""

from twosource.api import investigate, read
from twosource.errors import (
    DetectorError,
    EvidenceError,
    NothingReadError,
    SpanError,
    TwosourceError,
    UnreadableError,
)
from twosource.types.article import Article, Block
from twosource.types.attribution import Attribution
from twosource.types.claim import Claim, Stance
from twosource.types.comparison import Discrepancy, Quote
from twosource.types.dossier import Dossier
from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.version import __version__

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "Claim",
    "DetectorError",
    "Discrepancy",
    "Dossier",
    "EvidenceError",
    "Finding",
    "Moment",
    "NothingReadError",
    "Party",
    "Quote",
    "Span",
    "SpanError",
    "Stance",
    "Story",
    "TwosourceError",
    "UnreadableError",
    "__version__",
    "investigate",
    "read",
]
