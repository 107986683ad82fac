"""What a page says of itself: title, authors, outlet, date, address.

Read from JSON-LD (schema.org), Open Graph and other `meta` elements, `link rel=canonical` and `time`. What is broken or
odd is passed over: a page without metadata is still a report.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from twosource.lexicon import words
from twosource.readers.dates import stated
from twosource.readers.page import Page
from twosource.types.moment import UNKNOWN, Moment

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w:-]{1,40})|<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
_BY = re.compile(r"\s*by\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{1,40}$")
_DEEPEST = 6
_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself."""

    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    url: str | None
    published: Moment


def declared_charset(data: bytes) -> str | None:
    """The charset that a page declares in its first bytes."""
    match = _CHARSET.search(data[:_HEAD])
    return next(group for group in match.groups() if group).decode("ascii") if match else None


def is_dossier(page: Page) -> bool:
    """Whether the page says that this program made it."""
    return any(
        token.name == "meta"
        and token.attributes.get("name", "").lower() == "generator"
        and token.attributes.get("content", "").partition(" ")[0] == "twosource"
        for token in page.head
    )


def metadata_of(page: Page) -> Facts:
    """The facts of a page; each is None, empty or unknown where the page does not say it."""
    metas, report = _metas(page), next(_reports(page), {})
    return Facts(
        title=_first(metas, "title") or _text(report.get("headline")) or _title_element(page),
        authors=_names(report.get("author")) or _authors(metas),
        outlet=_first(metas, "outlet") or next(iter(_names(report.get("publisher"))), None) or _masthead(page),
        url=_url(page, metas, report),
        published=_published(page, metas, report),
    )


def _text(value: object) -> str | None:
    """A short string that says something, on one line."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return " ".join(unescape(value).encode("utf-8", "replace").decode("utf-8").split()) or None


def _metas(page: Page) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in page.head:
        if tag.name == "meta":
            at = tag.attributes
            name = (at.get("property") or at.get("name") or at.get("itemprop") or "").lower()
            content = _text(at.get("content"))
            if name and content:
                found.setdefault(name, content)
    return found


def _first(metas: Mapping[str, str], fact: str) -> str | None:
    return next((metas[name] for name in words("metadata", fact) if name in metas), None)


def _title_element(page: Page) -> str | None:
    title = next((text for tag in page.head if tag.name == "title" and (text := _text(tag.raw))), None)
    return _SUFFIX.sub("", title) if title else None


def _masthead(page: Page) -> str | None:
    """The end of the page's title, where the page also bears it as a line of its own."""
    title = next((text for tag in page.head if tag.name == "title" and (text := _text(tag.raw))), "")
    suffix = _SUFFIX.search(title)
    name = suffix.group().strip(" |–—-") if suffix else ""
    return name if name and any(paragraph.text.strip() == name for paragraph in page.paragraphs) else None


def _authors(metas: Mapping[str, str]) -> tuple[str, ...]:
    value = _BY.sub("", _first(metas, "authors") or "", count=1)
    return () if "://" in value else tuple(name.strip() for name in re.split(r",| and | & |;", value) if name.strip())


def _url(page: Page, metas: Mapping[str, str], report: Mapping[str, object]) -> str | None:
    links = [
        tag.attributes.get("href")
        for tag in page.head
        if tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower()
    ]
    for value in [*links, _first(metas, "url"), report.get("url"), report.get("mainEntityOfPage")]:
        address = _text(value)
        if address and _is_address(address):
            return address
    return None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _published(page: Page, metas: Mapping[str, str], report: Mapping[str, object]) -> Moment:
    stamps = [tag.attributes["datetime"] for tag in page.head if tag.name == "time" and "datetime" in tag.attributes]
    places = [
        (_text(report.get("datePublished")), "datePublished in the page's JSON-LD"),
        *((metas[name], f"the page's meta element {name}") for name in words("metadata", "published") if name in metas),
        (stamps[0] if stamps and len({stamp[:10] for stamp in stamps}) == 1 else None, "the page's time element"),
    ]
    moments = [stated(value, where) for value, where in places if value]
    return next((moment for moment in moments if moment.basis == "stated"), moments[0] if moments else UNKNOWN)


def _reports(page: Page) -> Iterator[Mapping[str, object]]:
    """The articles that JSON-LD describes."""
    for tag in page.head:
        if tag.name == "script" and "ld+json" in tag.attributes.get("type", "").lower():
            try:
                value: object = json.loads(tag.raw.strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (item for item in _objects(value, 0) if _is_report(item))


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        yield value
    inner = value if isinstance(value, list) else value.values() if isinstance(value, Mapping) else ()
    for item in inner:
        if isinstance(item, Mapping | list):
            yield from _objects(item, depth + 1)


def _is_report(item: Mapping[str, object]) -> bool:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(
        isinstance(one, str) and one.endswith(("Article", "BlogPosting", "LiveBlogPosting", "Report")) for one in kinds
    )


def _names(value: object) -> tuple[str, ...]:
    """The names of people or organisations, given as strings or as objects with a name."""
    items = value if isinstance(value, list) else [value]
    names = (_text(item.get("name") if isinstance(item, Mapping) else item) for item in items[:20])
    return tuple(
        dict.fromkeys(
            _BY.sub("", name, count=1) if name[:3].lower() == "by " else name
            for name in names
            if name and "://" not in name
        )
    )
