"""NewsML-G2 of the IPTC: news items alone, or several in a news message, with their text as NITF, XHTML or plain."""

from collections.abc import Iterator
from html import escape

from twosource.errors import UnreadableError
from twosource.readers import feed, nitf
from twosource.readers.dates import stated
from twosource.readers.fragments import draft_of
from twosource.readers.source import Draft, Source
from twosource.readers.xml import Node, tree_of
from twosource.types.dossier import Unread
from twosource.types.moment import UNKNOWN, Moment

ROOTS = frozenset({"newsItem", "newsMessage", "packageItem", "nitf"})


def reports(source: Source) -> Iterator[Draft | Unread]:
    """The reports of a document: one for each news item; what holds no text (a picture, a package) is listed."""
    root, problem = tree_of(source.data)
    if root.name in feed.ROOTS:
        yield from feed.reports(source)
        return
    yield from _reports(root, source.file)
    if problem:
        yield Unread(file=source.file, reason=f"what follows is not read: {problem}")


def _reports(root: Node, file: str) -> Iterator[Draft | Unread]:
    if root.name not in ROOTS:
        yield Unread(file=file, reason=f"XML of a kind that is not read: its root is {root.name[:40]!r}")
        return
    whole = Node("whole", inside=[root])
    items = list(whole.all("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "nitf"))
    if not items:
        yield Unread(file=file, reason="no news item in this document")
    for number, item in enumerate(items, 1):
        try:
            yield nitf.report_in(item, file) if item.name == "nitf" else _report(item, file)
        except UnreadableError as error:
            yield Unread(file=file, reason=f"item {number}: {error}" if len(items) > 1 else str(error))


def _report(item: Node, file: str) -> Draft:
    status = item.first("itemMeta", "pubStatus")
    if status and status.attributes.get("qcode", "").endswith((":canceled", ":withheld")):
        message = f"it was {status.attributes['qcode'].rpartition(':')[2]} by its provider"
        raise UnreadableError(message)
    meta = item.first("contentMeta") or Node("contentMeta")
    inner = next(item.all("nitf"), None)
    draft = nitf.report_in(inner, file) if inner else None
    title = _text(meta, "headline") or (draft.title if draft else None) or _text(item.first("itemMeta"), "title")
    markup = _content(item)
    if draft is None and not markup:
        message = f"a {item.name} without text"
        raise UnreadableError(message)
    authors = tuple(node.text.removeprefix("By ") for node in meta.each("by") if node.text)
    made = draft or draft_of(file, markup, title=title)
    return Draft(
        file=file,
        text=made.text,
        url=made.url,
        outlet=made.outlet or _provider(item),
        title=title or made.title,
        authors=authors or made.authors,
        published=_published(item, meta) if made.published == UNKNOWN else made.published,
        blocks=made.blocks,
    )


def _content(item: Node) -> str:
    """The body of inline XHTML, or plain inline data as paragraphs."""
    for node in item.all("inlineXML"):
        body = next(node.all("body"), None) or node
        if body.text:
            return body.markup()
    data = "\n\n".join("".join(p for p in node.inside if isinstance(p, str)) for node in item.all("inlineData"))
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in data.split("\n\n") if part.strip())


def _text(node: Node | None, name: str) -> str | None:
    found = node.first(name) if node else None
    return found.text or None if found else None


def _provider(item: Node) -> str | None:
    node = item.first("itemMeta", "provider")
    return (_text(node, "name") or node.attributes.get("literal")) if node else None


def _published(item: Node, meta: Node) -> Moment:
    itemmeta = item.first("itemMeta") or Node("itemMeta")
    for place, found in (
        ("contentCreated", _text(meta, "contentCreated")),
        ("firstCreated", _text(itemmeta, "firstCreated")),
        ("versionCreated", _text(itemmeta, "versionCreated")),
    ):
        moment = stated(found, f"the item's {place}") if found else UNKNOWN
        if moment.is_known:
            return moment
    return UNKNOWN
