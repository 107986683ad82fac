"""XML as a small tree, for feeds and news formats that strangers send.

What a report has no need of is refused by name: entities that hold entities, nesting beyond any document, more elements
than any document. Nothing outside the file is looked up. A document that breaks off gives what stood before the break,
and says so.
"""

import re
from collections.abc import Iterator  # noqa: TC003  # dataclasses resolve their annotations
from dataclasses import dataclass, field
from html import escape, unescape
from xml.parsers import expat

from twosource.errors import UnreadableError
from twosource.readers.charset import decode
from twosource.readers.limits import MAX_DEPTH, MAX_TOKENS
from twosource.readers.metadata import declared_charset

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_SHORT_ENTITY = 8


@dataclass(slots=True)
class Node:
    """An element: `prefix:name`, its attributes without prefixes, and what it holds, in order."""

    name: str
    prefix: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    inside: "list[Node | str]" = field(default_factory=list)

    def each(self, *names: str) -> "Iterator[Node]":
        """The elements of these names directly within."""
        return (node for node in self.inside if isinstance(node, Node) and node.name in names)

    def first(self, *path: str) -> "Node | None":
        """The first element down this path of names; None where a step is missing."""
        node: Node | None = self
        for name in path:
            node = next(node.each(name), None) if node else None
        return node

    def all(self, *names: str) -> "Iterator[Node]":
        """The elements of these names anywhere within, outermost first; none is looked for within one that is found."""
        stack = [node for node in reversed(self.inside) if isinstance(node, Node)]
        while stack:
            node = stack.pop()
            if node.name in names:
                yield node
            else:
                stack += [inner for inner in reversed(node.inside) if isinstance(inner, Node)]

    @property
    def text(self) -> str:
        """All its characters, blanks collapsed."""
        return " ".join("".join(part for part in _flat(self) if not isinstance(part, tuple)).split())

    def markup(self, renamed: "dict[str, str] | None" = None) -> str:
        """What it holds, written as HTML; elements may be renamed, attributes but for `href` and `src` are left out."""
        names = renamed or {}
        return "".join(
            escape(part, quote=False) if isinstance(part, str) else _tag(part[0], names, opens=part[1])
            for part in _flat(self)
        )


def _flat(root: Node) -> "Iterator[str | tuple[Node, bool]]":
    """Characters, and elements as they open and close, in order, the root itself left out."""
    stack: list[Node | str | tuple[Node, bool]] = list(reversed(root.inside))
    while stack:
        part = stack.pop()
        if isinstance(part, Node):
            yield part, True
            stack += [(part, False), *reversed(part.inside)]
        else:
            yield part


def _tag(node: Node, names: dict[str, str], *, opens: bool) -> str:
    name = names.get(node.name, node.name)
    if not opens:
        return "" if name in ("br", "img", "hr") else f"</{name}>"
    kept = "".join(f' {key}="{escape(node.attributes[key])}"' for key in ("href", "src") if key in node.attributes)
    return f"<{name}{kept}>"


def tree_of(data: bytes) -> tuple[Node, str | None]:
    """The root of a document, and why it broke off, if it did; raises UnreadableError where there is no tree."""
    builder = _Builder()
    problem = None
    try:
        builder.parser.Parse(_DECLARATION.sub("", decode(data, declared_charset(data)), count=1).lstrip(), True)  # noqa: FBT003  # expat takes no keywords
    except expat.ExpatError as error:
        problem = f"broken XML: {error}"
    if builder.root is None:
        raise UnreadableError(problem or "no element in this XML")
    return builder.root, problem


class _Builder:
    """Builds the tree from what the parser calls."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._stack: list[Node] = []
        self._counted = 0
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.UseForeignDTD(True)  # noqa: FBT003  # expat takes no keywords; an unknown entity is then no error
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text
        parser.DefaultHandlerExpand = self._other
        parser.EntityDeclHandler = self._entity

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        self._counted += 1
        if self._counted > MAX_TOKENS or len(self._stack) >= MAX_DEPTH:
            what = f"elements nested more than {MAX_DEPTH} deep"
            message = what if len(self._stack) >= MAX_DEPTH else f"more than {MAX_TOKENS:,} elements"
            raise UnreadableError(message)
        prefix, _, name = tag.rpartition(":")
        node = Node(name, prefix, {key.rpartition(":")[2]: value for key, value in attributes.items()})
        if self._stack:
            self._stack[-1].inside.append(node)
        elif self.root is None:
            self.root = node
        self._stack.append(node)

    def _close(self, _tag: str) -> None:
        self._stack.pop()

    def _text(self, data: str) -> None:
        if self._stack:
            self._stack[-1].inside.append(data)

    def _other(self, data: str) -> None:
        """Comments and instructions, and references to entities that the file does not declare: those of HTML."""
        if data.startswith("&"):
            self._text(unescape(data))

    def _entity(self, name: str, _parameter: bool, value: str | None, *_: object) -> None:  # noqa: FBT001  # called by expat
        if value is not None and (len(value) > _SHORT_ENTITY or "&" in value or "%" in value):
            message = f"declares the entity {name[:40]!r}, which may unfold without end"
            raise UnreadableError(message)
