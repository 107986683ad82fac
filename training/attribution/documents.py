"""A labelled text, whatever corpus it comes from."""

from dataclasses import dataclass

Bounds = tuple[int, int]
"""Start and end in code points, half-open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what: the parts of each role. `act` is None where the corpus does not say."""

    source: tuple[Bounds, ...]
    cue: tuple[Bounds, ...]
    content: tuple[Bounds, ...]
    act: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name. Where a corpus is coarser than our kinds, all that it may be; `none` among them: or no name at all."""

    start: int
    end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and its labels.

    `attributions` is None where the corpus has none; `complete_names` says whether words outside `mentions` are no
    names; otherwise, `outlets` are all words that outlets are called by, where that is known: others are no
    publications. `unsure` are passages that the annotators set aside: the role layers are not trained on them.
    """

    name: str
    text: str
    attributions: tuple[Attribution, ...] | None = None
    mentions: tuple[Mention, ...] = ()
    complete_names: bool = False
    outlets: frozenset[str] | None = None
    unsure: tuple[Bounds, ...] = ()
