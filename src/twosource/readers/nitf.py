"""NITF, the news text format of the IPTC: one report a document, alone or inside a NewsML item."""

from collections.abc import Iterator

from twosource.readers.dates import stated
from twosource.readers.fragments import draft_of
from twosource.readers.source import Draft
from twosource.readers.xml import Node
from twosource.types.moment import UNKNOWN, Moment

# What NITF calls otherwise than HTML.
_NAMES = {
    "hl1": "h1",
    "hl2": "h2",
    "media": "figure",
    "media-caption": "figcaption",
    "media-producer": "small",
    "block": "div",
    "bq": "blockquote",
    "nitf-table": "table",
}


def report_in(root: Node, file: str) -> Draft:
    """The report of a NITF tree; raises UnreadableError where it has no text."""
    head = root.first("body", "body.head")
    parts = [node for name in ("body.content", "body.end") if (node := root.first("body", name))]
    title = next(iter(_texts(head, "hl1", "hedline")), None) or next(iter(_texts(root.first("head"), "title")), None)
    return draft_of(
        file,
        "".join(node.markup(_NAMES) for node in parts) or _abstract(head),
        title=title,
        url=_url(root),
        outlet=next(iter(_texts(head, "distributor")), None) or _attribute(root, "pubdata", "name"),
        authors=tuple(dict.fromkeys(_authors(head))),
        published=_published(root, head),
    )


def _abstract(head: Node | None) -> str:
    return "".join(node.markup(_NAMES) for node in head.each("abstract")) if head else ""


def _texts(node: Node | None, *names: str) -> list[str]:
    return [found.text for found in node.all(*names) if found.text] if node else []


def _authors(head: Node | None) -> Iterator[str]:
    for byline in head.all("byline") if head else ():
        people = [node.text for node in byline.all("person") if node.text]
        text = byline.text
        yield from people or [text.removeprefix("By ").removeprefix("by ") if text else ""]


def _attribute(root: Node, name: str, key: str) -> str | None:
    return next((node.attributes[key] for node in root.all(name) if node.attributes.get(key)), None)


def _url(root: Node) -> str | None:
    found = _attribute(root, "pubdata", "ex-ref") or ""
    return found if found.startswith(("http://", "https://")) else None


def _published(root: Node, head: Node | None) -> Moment:
    """The day of issue or release; that of the dateline is the day of the events."""
    for place, value in (
        ("pubdata date.publication", _attribute(root, "pubdata", "date.publication")),
        ("date.issue", _attribute(root, "date.issue", "norm")),
        ("date.release", _attribute(root, "date.release", "norm")),
        ("story.date", _attribute(head, "story.date", "norm") if head else None),
    ):
        moment = stated(value, f"the document's {place}") if value else UNKNOWN
        if moment.is_known:
            return moment
    return UNKNOWN
