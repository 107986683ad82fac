"""A detector, as its signature declares it."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import cast, get_args, get_origin, get_type_hints

from twosource.errors import DetectorError
from twosource.types.article import Article
from twosource.types.finding import Finding
from twosource.types.story import Story

GROUP = "twosource.detectors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A generator function and what its signature says: its scope, the kinds it needs, the kind it makes."""

    name: str
    function: Callable[..., Iterator[Finding]]
    scope: type[Article] | type[Story]
    needs: tuple[type[Finding], ...]
    makes: type[Finding]

    @property
    def summary(self) -> str:
        """The first line of its docstring."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]


def declared(name: str, function: Callable[..., Iterator[Finding]]) -> Detector:
    """Reads `(article|story, Sequence[Kind], …) -> Iterator[Kind]`; raises DetectorError for any other signature."""
    try:
        hints = get_type_hints(function)
    except (NameError, TypeError) as error:
        message = f"detector {name}: its annotations cannot be resolved: {error}"
        raise DetectorError(message) from error
    result = hints.pop("return", None)
    scope, *needs = hints.values() or [None]
    if scope not in (Article, Story):
        message = f"detector {name}: the first parameter is to be an Article or a Story, not {scope}"
        raise DetectorError(message)
    return Detector(
        name=name,
        function=function,
        scope=cast("type[Article | Story]", scope),
        needs=tuple(_kind(name, need, Sequence) for need in needs),
        makes=_kind(name, result, Iterator),
    )


def _kind(name: str, hint: object, container: type) -> type[Finding]:
    inner = get_args(hint)
    if (
        get_origin(hint) is container
        and len(inner) == 1
        and isinstance(inner[0], type)
        and issubclass(inner[0], Finding)
    ):
        return inner[0]
    message = f"detector {name}: {hint} is to be {container.__name__}[a kind of Finding]"
    raise DetectorError(message)


@cache
def installed() -> tuple[Detector, ...]:
    """The detectors of all installed packages, the built-in ones too, by name; a process looks for them once."""
    found = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return tuple(_loaded(point) for point in found)


def _loaded(point: EntryPoint) -> Detector:
    try:
        function = point.load()
    except (ImportError, AttributeError) as error:
        message = f"detector {point.name} ({point.value}) cannot be loaded, mend or remove its package: {error}"
        raise DetectorError(message) from error
    return declared(point.name, function)
