"""A style sheet as its rules: which selectors, on which screens, declare what can hide text.

It follows the syntax of CSS (CSS Syntax Module Level 3, with nesting) as far as braces, strings, comments and escapes
go, in one pass. Rules of key frames, fonts, printed pages and containers hide nothing for good and are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from twosource.errors import UnreadableError
from twosource.readers.styles.declarations import WITH, Declared, declared, may_hide
from twosource.readers.styles.media import EVERYWHERE, screens
from twosource.readers.styles.selectors import parts_of

_MARK = re.compile(
    r"""(?P<away>/\*.*?(?:\*/|\Z)|<!--|-->)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?"""
    r"""|(?i:url)\(\s*(?!["'\s])[^)]*\)?|\\.|(?P<sign>[{};])""",
    re.DOTALL,
)
_SUSPECT = re.compile(r"none|hidden|collapse|opacity|clip|scale|matrix|-\s*\d{2}|\\|[:\s/][01.]", re.IGNORECASE)
_GROUP = re.compile(r"@(media|supports|layer|scope|starting-style)\b", re.IGNORECASE)
_MOST = 50_000
_LONG, _DEEP, _PRODUCT = 5_000, 32, 64


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors, and what they declare; `surely` and `maybe` are the screens on which it holds."""

    selectors: str
    declares: tuple[Declared, ...]
    surely: int
    maybe: int


@dataclass(slots=True)
class _Open:
    """A block that is open: its selectors ("" in none), its screens, and what it has declared; None: passed over."""

    selectors: str
    surely: int
    maybe: int
    declares: list[Declared] | None


_PASSED = _Open("", 0, 0, None)


def rules(sheet: str, media: str = "") -> Iterator[Rule]:
    """The rules of a sheet that can hide text, and with them those that may show again what such a rule hides.

    Raises UnreadableError where selectors nested in selectors come to more than any page has.
    """
    surely, maybe = screens(media) if media.strip() else (EVERYWHERE, EVERYWHERE)
    if maybe and _SUSPECT.search(sheet):
        found = list(_rules(sheet, _Open("", surely, maybe, [])))
        hiding = {name for rule in found for name, value, _ in rule.declares if may_hide(name, value)}
        asked = hiding | {other for name in hiding for other in WITH.get(name, ())}
        for rule in found:
            told = tuple(one for one in rule.declares if one[0] in asked)
            if told:
                yield replace(rule, declares=told)


def _rules(sheet: str, top: _Open) -> Iterator[Rule]:
    blocks, parts, begun, nested = [top], [], 0, 0
    for mark in _MARK.finditer(sheet):
        if mark["away"]:
            parts += [sheet[begun : mark.start()], " "]
            begun = mark.end()
        elif mark["sign"]:
            piece = "".join((*parts, sheet[begun : mark.start()])).strip()
            parts, begun = [], mark.end()
            if mark["sign"] == "{":
                blocks.append(_opened(piece, blocks[-1]) if len(blocks) < _DEEP else _PASSED)
                nested += blocks[-1].selectors.count(",") + 1
                _check(nested)
                continue
            _declare(piece, blocks[-1])
            if mark["sign"] == "}" and len(blocks) > 1:
                yield from _closed(blocks.pop())
    _declare("".join((*parts, sheet[begun:])).strip(), blocks[-1])
    while len(blocks) > 1:  # a sheet that is cut off
        yield from _closed(blocks.pop())


def _check(nested: int) -> None:
    if nested > _MOST:
        message = f"a style sheet of more than {_MOST:,} selectors"
        raise UnreadableError(message)


def _declare(piece: str, block: _Open) -> None:
    made = declared(piece) if block.declares is not None and block.selectors and 0 < len(piece) < _LONG else None
    if made is not None and block.declares is not None:
        block.declares.append(made)


def _closed(block: _Open) -> Iterator[Rule]:
    if block.declares and block.maybe:
        yield Rule(block.selectors, tuple(block.declares), block.surely, block.maybe)


def _opened(prelude: str, above: _Open) -> _Open:
    """The block that a prelude opens within another one."""
    if above.declares is None or len(prelude) > 10 * _LONG:
        return _PASSED
    if not prelude.startswith("@"):
        selectors = _nested(prelude, above.selectors)
        return _Open(selectors, above.surely, above.maybe, []) if len(selectors) < 10 * _LONG else _PASSED
    group = _GROUP.match(prelude)
    if group is None:
        return _PASSED
    kind, told = group[1].lower(), prelude[group.end() :]
    surely, maybe = above.surely, above.maybe
    if kind == "media":
        sure, may = screens(told)
        surely, maybe = surely & sure, maybe & may
    elif kind in {"scope", "starting-style"} or (kind == "supports" and re.search(r"\bnot\b", told.lower())):
        surely = 0
    return _Open(above.selectors, surely, maybe, [])


def _nested(prelude: str, above: str) -> str:
    """Selectors within a rule: `&` stands for those of the rule, which stand before any that has none."""
    if not above:
        return prelude
    inner, around = parts_of(prelude), parts_of(above)
    if len(inner) * len(around) > _PRODUCT:
        around = [f":is({above})"]
    return ",".join(
        one.replace("&", outer.strip()) if "&" in one else f"{outer.strip()} {one.strip()}"
        for outer in around
        for one in inner
    )
