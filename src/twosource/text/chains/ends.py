"""Where chains end, and the links that lead there."""

from dataclasses import dataclass

from twosource.types.claim import OriginKind, Statement
from twosource.types.span import Span

VOICE = "voice|"
"""Begins the key of a report that states something in its own voice, without a source that its words show."""
UNRESOLVED = "unresolved|"
"""Begins the key of sources that no name resolves; it is that of all whose words tell of nobody ("an article")."""
UNNAMED = "unnamed|"
"""Begins the key of the sources without a name of one outlet, and goes before the key of the outlet."""
UNCITED = "outlet of "
"""Begins the key of an outlet that no report cites."""
VAGUE = (UNNAMED, UNRESOLVED)
"""Begin the keys of sources without a name, and of words for a source that name nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where chains end: `key` identifies it, `articles` rest on it.

    `said` are the words in which somebody speaks there for himself: quoted, or told to the report.
    """

    key: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...]
    via: tuple[str, ...]
    spans: tuple[Span, ...]
    said: tuple[Span, ...] = ()

    @property
    def is_voice(self) -> bool:
        """Whether it is a report in its own voice."""
        return self.key.startswith(VOICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is at the end of one chain."""

    key: str
    name: str
    kind: OriginKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One statement's chain: its end, the relays on the way (ids of parties, outermost first)."""

    end: Source
    via: tuple[str, ...]
    statement: Statement
    speaks: bool
