"""Executable Markdown: short reports in, expected findings out.

A heading of level two begins a case. Its fenced blocks are `report OUTLET [key=value …]` with a report's text, and
`finds KIND` with the findings of that kind, one a line, `field=value | field=value`, or `none`. A block names every
finding of its kind; a line may leave fields out. `finds KIND gap: reason` is a known gap: it is expected to fail, and a
gap that has closed is a failure until its mark is taken away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(r"```(report|finds) (\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A `finds` block: its kind, its lines, the number of its first line in the file, the reason of a gap."""

    kind: str
    lines: tuple[str, ...]
    first: int
    gap: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A `report` block: the outlet, the keys beside it, the text."""

    outlet: str
    keys: tuple[tuple[str, str], ...]
    text: str


@dataclass(slots=True, kw_only=True)
class Case:
    """A heading with its reports and expectations."""

    file: Path
    title: str
    reports: list[Report] = field(default_factory=list)
    expectations: list[Expectation] = field(default_factory=list)


def load(file: Path) -> list[Case]:
    """The cases of a Markdown file; raises ValueError for a block before the first heading, or one without an end."""
    cases: list[Case] = []
    lines = iter(enumerate(file.read_text(encoding="utf-8").split("\n"), start=1))
    for number, line in lines:
        if line.startswith("## "):
            cases.append(Case(file=file, title=line[3:].strip()))
        elif match := _FENCE.fullmatch(line):
            if not cases:
                message = f"{file}:{number}: a block stands before the first heading of level two"
                raise ValueError(message)
            _add(cases[-1], match[1], match[2], tuple(_block(lines, file, number)), number + 1)
    return cases


def _block(lines: Iterator[tuple[int, str]], file: Path, number: int) -> Iterator[str]:
    for _, line in lines:
        if line == "```":
            return
        yield line
    message = f"{file}:{number}: the block has no end"
    raise ValueError(message)


def _add(case: Case, what: str, about: str, lines: tuple[str, ...], first: int) -> None:
    if what == "report":
        outlet = re.split(r"\s+\w+=", about)[0]
        keys = tuple(re.findall(r"(\w+)=(\S+)", about))
        case.reports.append(Report(outlet=outlet, keys=keys, text="\n".join(lines)))
    else:
        kind, _, gap = about.partition(" gap: ")
        filled = tuple(line for line in lines if line.strip())
        case.expectations.append(Expectation(kind=kind.strip(), lines=filled, first=first, gap=gap or None))
