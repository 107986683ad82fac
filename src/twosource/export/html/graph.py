"""The way of a claim from its origins through relays to the reports, as a drawing in columns.

Columns are fixed by what a node is, so no general layout is needed: the order within a column is the mean place of the
neighbours to the left (the barycentre rule of Sugiyama, Tagawa and Toda 1981).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt

from twosource.export.document import ClaimRecord, OriginRecord, Words
from twosource.export.html.letters import broken, cut, fits
from twosource.export.numbers import counted
from twosource.export.sections.claims import cells_by_article
from twosource.export.sections.lookup import Lookup
from twosource.export.sections.origins import KINDS, Chain, chains, kind_of

WIDTH = 760
_ROW, _BOX, _GAP = 46, 36, 48
_MOST_REPORTS = 14


@dataclass(slots=True, kw_only=True)
class Node:
    """A box of the drawing: `kind` is that of an origin, `relay`, or how a report carries the claim."""

    column: int
    name: str
    kind: str
    note: str = ""
    title: str = ""
    spans: list[Words] = field(default_factory=list)
    left: list["Node"] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    x: float = 0
    y: float = 0
    width: float = 0
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from the right edge of a node to the left edge of the next."""

    path: str
    kind: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A drawing: its height, its nodes and its edges, in px at a width of 760."""

    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    heads: tuple[tuple[float, str], ...]


def graph(look: Lookup, claim: ClaimRecord) -> Graph:
    """The drawing of a claim."""
    rows = list(chains(look, claim))
    depth = max((len(row.via) for row in rows), default=0)
    columns = _columns(look, claim, rows, depth)
    for column in columns[1:]:
        column.sort(key=lambda node: sum(columns[one.column].index(one) for one in node.left) / max(1, len(node.left)))
    height = max(len(column) for column in columns) * _ROW + 24
    width = min(230.0, (WIDTH - _GAP * (len(columns) - 1)) / len(columns))
    for column in columns:
        _place(column, len(columns), width, height)
    nodes = tuple(node for column in columns for node in column)
    boxes = tuple(node for node in nodes if node.kind != "lane")
    return Graph(height=height, nodes=boxes, edges=tuple(_edges(nodes)), heads=tuple(_heads(columns)))


def _columns(look: Lookup, claim: ClaimRecord, rows: list[Chain], depth: int) -> list[list[Node]]:
    found: dict[tuple[int, str], Node] = {}
    reports = _reports(look, claim, rows, depth + 1)
    for row in rows:
        key = row.origin.id
        before = found.setdefault(
            (0, key), Node(column=0, name=row.origin.name, kind=_style(row.origin), title=KINDS[kind_of(row.origin)])
        )
        before.articles.add(row.article)
        before.spans += row.spans
        for place in range(1, depth + 1 - len(row.via)):
            lane = found.setdefault(
                (place, f"\0{key}"), Node(column=place, name="", kind="lane", note=_style(row.origin))
            )
            lane.articles.add(row.article)
            before = _joined(before, lane)
        for place, relay in enumerate(reversed(row.via), start=depth + 1 - len(row.via)):
            node = found.setdefault((place, relay), Node(column=place, name=relay, kind="relay"))
            node.spans += row.spans
            node.articles.add(row.article)
            before = _joined(before, node)
        _joined(before, reports[row.article])
    last = list({id(node): node for node in reports.values()}.values())
    return [[node for node in found.values() if node.column == place] for place in range(depth + 1)] + [last]


def _style(origin: OriginRecord) -> str:
    return "unsourced" if kind_of(origin) != origin.kind else origin.kind


def _joined(before: Node, node: Node) -> Node:
    if not any(one is before for one in node.left):
        node.left.append(before)
    return node


def _reports(look: Lookup, claim: ClaimRecord, rows: list[Chain], column: int) -> dict[str, Node]:
    """A node for each report; where there are too many to draw, one for those with the same chains."""
    row = cells_by_article(look, claim)
    ways: dict[str, set[tuple[str, ...]]] = {}
    for chain in rows:
        ways.setdefault(chain.article, set()).add((chain.origin.id, *chain.via))
    groups: dict[object, list[str]] = {}
    for article in sorted(ways, key=look.order):
        groups.setdefault(frozenset(ways[article]) if len(ways) > _MOST_REPORTS else article, []).append(article)
    found: dict[str, Node] = {}
    for members in groups.values():
        alone = len(members) == 1
        title = (look.articles[members[0]].title or "") if alone and members[0] in look.articles else ""
        name = f"{look.order(members[0])} {look.label(members[0])}" if alone else counted(len(members), "report")
        first = row.get(members[0])
        node = Node(column=column, name=name, kind=first.carried if first and alone else "group")
        node.title = title if look.has_outlet(members[0]) else ""
        node.spans = [span for one in members if (cell := row.get(one)) for span in cell.words[: None if alone else 1]]
        node.articles.update(members)
        found |= dict.fromkeys(members, node)
    return found


def _place(column: list[Node], count: int, width: float, height: int) -> None:
    top = 24 + (height - 24 - len(column) * _ROW) / 2
    for number, node in enumerate(column):
        node.width = width
        node.x = node.column * (WIDTH - width) / max(1, count - 1)
        node.y = top + number * _ROW + (_ROW - _BOX) / 2
        most = width - 24
        if node.title and (fits(node.name, most) or node.column):
            node.rows = (cut(node.name, most), cut(node.title, most))
        else:
            node.title = ""
            node.rows = broken(node.name, most)


def _edges(nodes: Iterable[Node]) -> Iterable[Edge]:
    for node in nodes:
        level = node.y + _BOX / 2
        for before in node.left:
            x, y = before.x + before.width, before.y + _BOX / 2
            middle = (x + node.x) / 2
            path = f"M{x:.0f} {y:.0f}C{middle:.0f} {y:.0f} {middle:.0f} {level:.0f} {node.x:.0f} {level:.0f}"
            kind = before.note if before.kind == "lane" else before.kind
            yield Edge(path=path, kind=kind, weight=_weight(before.articles & node.articles))
        if node.kind == "lane":
            path = f"M{node.x:.0f} {level:.0f}h{node.width:.0f}"
            yield Edge(path=path, kind=node.note, weight=_weight(node.articles))


def _weight(articles: set[str]) -> float:
    """The width of a line: its square grows with the number of reports, so that forty still leave room for one."""
    return round(min(9.0, 1.5 * sqrt(len(articles))), 1)


def _heads(columns: list[list[Node]]) -> Iterable[tuple[float, str]]:
    names = ["Origin", *(["Passed on by"] * (len(columns) - 2)), "Reports"]
    return [(column[0].x, name) for column, name in zip(columns, names, strict=True) if column]
