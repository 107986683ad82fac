"""Feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. Each entry that holds words is a report.

Most feeds give a summary and a link. The summary is then the report: no page is fetched.
"""

from collections.abc import Iterator

from twosource.errors import UnreadableError
from twosource.readers.dates import stated
from twosource.readers.fragments import draft_of
from twosource.readers.source import Draft, Source
from twosource.readers.xml import Node, tree_of
from twosource.types.dossier import Unread
from twosource.types.moment import UNKNOWN, Moment

ROOTS = frozenset({"rss", "RDF", "feed"})

# Elements of media and podcasts bear the names of the entry's own: `media:title` is a picture's title.
_FOREIGN = frozenset({"media", "itunes", "image", "googleplay", "podcast"})
_CONTENT = ("encoded", "content", "description", "summary", "body", "fullitem")
_DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")


def reports(source: Source) -> Iterator[Draft | Unread]:
    """The reports of a feed, in its order; an entry without words is listed as unread."""
    root, problem = tree_of(source.data)
    yield from reports_in(root, source.file)
    if problem:
        yield Unread(file=source.file, reason=f"what follows is not read: {problem}")


def reports_in(root: Node, file: str) -> Iterator[Draft | Unread]:
    """The reports of a feed's tree."""
    channel = root.first("channel") or root
    outlet = _words(channel, "title")
    entries = list(root.all("item", "entry"))
    if not entries:
        yield Unread(file=file, reason="a feed without entries")
    for number, entry in enumerate(entries, 1):
        try:
            yield _report(entry, file, outlet)
        except UnreadableError as error:
            yield Unread(file=file, reason=f"entry {number}: {error}")


def _report(entry: Node, file: str, outlet: str | None) -> Draft:
    own = Node(entry.name, inside=[part for part in entry.inside if _is_own(part)])
    source = own.first("source")
    return draft_of(
        file,
        max((_markup(node) for node in own.each(*_CONTENT)), key=len, default=""),
        title=_words(own, "title"),
        url=_link(own),
        outlet=(_words(source, "title") or source.text if source else None) or outlet,
        authors=tuple(dict.fromkeys(name for node in own.each("author", "creator") if (name := _name(node)))),
        published=_published(own),
    )


def _is_own(part: Node | str) -> bool:
    return not isinstance(part, Node) or part.prefix not in _FOREIGN


def _markup(node: Node) -> str:
    """The content as HTML: written out in XHTML, or as text that is HTML."""
    return node.markup() if any(isinstance(part, Node) for part in node.inside) else _characters(node)


def _characters(node: Node) -> str:
    return "".join(part for part in node.inside if isinstance(part, str))


def _words(node: Node, name: str) -> str | None:
    """The text of the element, its own markup taken off."""
    found = next((inner for inner in node.each(name) if inner.prefix not in _FOREIGN), None)
    if found is None:
        return None
    try:
        return " ".join(draft_of("", _markup(found)).text.split()) or None
    except UnreadableError:
        return None


def _name(node: Node) -> str:
    """`name` of Atom; of RSS, the name in "mail@example (A Name)"."""
    text = (node.first("name") or node).text
    bracketed = text.partition("(")[2].rstrip(") ")
    return bracketed if "@" in text else text


def _link(entry: Node) -> str | None:
    links = [
        address
        for node in entry.each("link")
        if node.attributes.get("rel", "alternate") == "alternate"
        and (address := node.attributes.get("href") or node.text)
    ]
    guid = entry.first("guid")
    if not links and guid and guid.attributes.get("isPermaLink", "true") == "true":
        links = [guid.text]
    return next((link for link in links if link.startswith(("http://", "https://"))), None)


def _published(entry: Node) -> Moment:
    moments = [stated(node.text, f"the feed's {name}") for name in _DATES for node in entry.each(name) if node.text]
    return next((moment for moment in moments if moment.basis == "stated"), moments[0] if moments else UNKNOWN)
