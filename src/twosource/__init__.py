"""twosource: who says what in many reports of one story, on whose word, and how many independent sources there are.

    articles = twosource.read(["examples/harbour-tunnel"])
    dossier = twosource.investigate(articles)
    print(dossier.to_json())

The names are imported when they are first used, so that `import twosource` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from twosource.version import __version__

if TYPE_CHECKING:
    from twosource.api import investigate, read
    from twosource.errors import (
        DetectorError,
        EvidenceError,
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

_HOMES = {
    "investigate": "twosource.api",
    "read": "twosource.api",
    "DetectorError": "twosource.errors",
    "EvidenceError": "twosource.errors",
    "SpanError": "twosource.errors",
    "TwosourceError": "twosource.errors",
    "UnreadableError": "twosource.errors",
    "Article": "twosource.types.article",
    "Block": "twosource.types.article",
    "Attribution": "twosource.types.attribution",
    "Claim": "twosource.types.claim",
    "Stance": "twosource.types.claim",
    "Discrepancy": "twosource.types.comparison",
    "Quote": "twosource.types.comparison",
    "Dossier": "twosource.types.dossier",
    "Finding": "twosource.types.finding",
    "Moment": "twosource.types.moment",
    "Party": "twosource.types.party",
    "Span": "twosource.types.span",
    "Story": "twosource.types.story",
}

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


def __getattr__(name: str) -> object:
    """Imports a public name from its home; raises AttributeError for any other."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
