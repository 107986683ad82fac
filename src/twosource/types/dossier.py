"""All that was found about a story, and how it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, TypeVar, cast

from twosource.types.article import Article
from twosource.types.finding import Finding
from twosource.types.story import Story
from twosource.types.verdict import Verdict

if TYPE_CHECKING:
    import pandas as pd

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A detector gave up on a report (or, where `article` is None, on the story); the rest of the run went on."""

    detector: str
    article: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input that gave no report, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A story with its findings by kind. Exports are looked up by name among the installed ones."""

    story: Story
    findings: Mapping[type[Finding], tuple[Finding, ...]]
    failures: tuple[Failure, ...] = ()
    unread: tuple[Unread, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    made_by: Mapping[str, str] = field(default_factory=dict)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The reports."""
        return self.story.articles

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The findings of a kind, ordered by place."""
        return cast("tuple[F, ...]", self.findings.get(kind, ()))

    def export(self, name: str) -> object:
        """What the export of that name makes of it; raises KeyError if none is installed."""
        found = entry_points(group="twosource.exports", name=name)
        if not found:
            known = ", ".join(sorted(entry_points(group="twosource.exports").names))
            message = f"no export {name!r} is installed; there are: {known}"
            raise KeyError(message)
        return next(iter(found)).load()(self)

    def to_json(self) -> str:
        """The public data format, as JSON text: docs/reference/dossier.schema.json describes it."""
        return cast("str", self.export("json"))

    def to_html(self) -> str:
        """The dossier page: one self-contained HTML document."""
        return cast("str", self.export("html"))

    def to_markdown(self) -> str:
        """The dossier as Markdown."""
        return cast("str", self.export("markdown"))

    def to_pandas(self) -> "dict[str, pd.DataFrame]":
        """One table a section; needs pandas (`pip install twosource[pandas]`)."""
        return cast("dict[str, pd.DataFrame]", self.export("pandas"))

    def _repr_html_(self) -> str:
        """What a notebook shows: the page, in a frame of its own."""
        return cast("str", self.export("notebook"))
