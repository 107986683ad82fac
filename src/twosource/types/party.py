"""Names in a report, and the parties of the story behind them."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from twosource.types.finding import Finding
from twosource.types.span import Span

PartyKind = Literal["person", "organization", "publication", "place", "product", "group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Finding):
    """Words of one report that name somebody or something. `name` is the bare name, without title or article."""

    prefix: ClassVar[str] = "m"
    of_one_report: ClassVar[bool] = True
    kind: PartyKind
    span: Span
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Finding):
    """One person, organisation, publication, place, product or group, over all reports of the story."""

    prefix: ClassVar[str] = "e"
    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]

    def evidence(self) -> tuple[Span, ...]:
        """The mentions."""
        return self.mentions

    def identity(self) -> str:
        """Its name and kind: a party stays the same when one more report mentions it."""
        return f"{self.kind}|{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed(Finding):
    """A source without a name, through one report: one person, or a group. `name` is how the report first puts it."""

    prefix: ClassVar[str] = "u"
    of_one_report: ClassVar[bool] = True
    name: str
    kind: PartyKind
    mentions: tuple[Span, ...]

    @property
    def article(self) -> str:
        """The id of the report."""
        return self.mentions[0].article
