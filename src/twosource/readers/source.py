"""One file as bytes, and what a reader makes of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from twosource.types.article import Block, Run
from twosource.types.dossier import Unread
from twosource.types.moment import UNKNOWN, Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was loaded: its path as given, its bytes, and the charset that came with them, if one did."""

    file: str
    data: bytes
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report before it has its id, its language and the decision whether it is read for findings.

    Without `blocks` the text is labelled by plain-text cues.
    """

    file: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Moment = UNKNOWN
    blocks: tuple[Block, ...] = ()
    runs: tuple[Run, ...] = field(default=(), repr=False)


Reader = Callable[[Source], Iterator[Draft | Unread]]
"""What the entry points of `twosource.readers` name: one file in, its reports and what could not be read out."""
