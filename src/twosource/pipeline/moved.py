"""The findings of one report in the words of a copy of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from twosource.types.claim import Presence
from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.story import Copy

Move = Callable[[Span], Span | None]
Stated = Mapping[tuple[str, str], Sequence[Span]]
F = TypeVar("F", bound=Finding)


class _ElsewhereError(Exception):
    """The copy lacks some words of a finding."""


class Moved:
    """Moves the findings of an original to a copy; `names` are their ids there, by those that they have here."""

    def __init__(self, copy: Copy, move: Move, stated: Stated) -> None:
        """Takes a copy, what moves words of its original to it, and where the original states each claim."""
        self._copy, self._move, self._stated = copy, move, stated
        self.names = {copy.original: copy.article}

    def findings(self, originals: Sequence[Finding], own: Sequence[Finding]) -> list[Finding]:
        """Those of the original in the copy's words, but for those that the copy's own sentences gave."""
        known = {(type(one), _where(one)): one.id for one in own}
        made = []
        for finding in originals:
            if (moved := self._moved(finding)) is None:
                continue
            same = known.get((type(moved), _where(moved)))
            self.names[finding.id] = same or moved.id
            if same is None:
                made.append(moved)
        return [_renamed(moved, self.names) for moved in made]

    def _moved(self, finding: Finding) -> Finding | None:
        try:
            return cast("Finding", _rebuilt(finding, self._move, {self._copy.original: self._copy.article}))
        except _ElsewhereError:
            if not isinstance(finding, Presence):
                return None
            others = (self._move(span) for span in self._stated.get((finding.claim, self._copy.original), ()))
            return _still_present(finding, self._copy, others)


def _still_present(finding: Presence, copy: Copy, others: Iterable[Span | None]) -> Presence:
    """Whether a copy that lacks these words has others in which its original states the claim."""
    found = next((span for span in others if finding.present and span), None)
    if found is None:
        return replace(finding, article=copy.article, present=False)
    return replace(finding, article=copy.article, spans=(found,))


def _where(finding: Finding) -> object:
    """What makes two findings of a kind one, where the words may have been understood differently."""
    return (finding.claim, finding.article) if isinstance(finding, Presence) else finding.evidence()


def _rebuilt(value: object, move: Move, names: Mapping[str, str]) -> object:
    if isinstance(value, Span):
        moved = move(value)
        if moved is None:
            raise _ElsewhereError
        return moved
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_rebuilt(part, move, names) for part in value)
    if is_dataclass(value) and not isinstance(value, type | Moment):
        parts = {part.name: _rebuilt(getattr(value, part.name), move, names) for part in fields(value) if part.init}
        return replace(value, **parts)
    return value


def _renamed(finding: F, names: Mapping[str, str]) -> F:
    """The finding with the ids of what was moved in place of those that it was moved from."""
    parts = {part.name: getattr(finding, part.name) for part in fields(finding) if part.init}
    changed: dict[str, Any] = {k: _renamed(value, names) for k, value in parts.items() if isinstance(value, Finding)}
    changed |= {key: names[value] for key, value in parts.items() if isinstance(value, str) and value in names}
    return replace(finding, **changed) if changed else finding
