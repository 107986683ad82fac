"""ninjs of the IPTC: news as JSON, versions 1 (`body_text`, `body_xhtml`) and 2 (`bodies`, `headlines`)."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from twosource.errors import UnreadableError
from twosource.readers.dates import stated
from twosource.readers.fragments import draft_of
from twosource.readers.source import Draft
from twosource.types.moment import UNKNOWN, Moment

_BODIES = ("body_xhtml", "body_html", "body_text")


def is_ninjs(value: object) -> bool:
    """Whether a JSON value is a ninjs item."""
    return isinstance(value, Mapping) and ("bodies" in value or any(key in value for key in _BODIES))


def report_of(item: object, file: str) -> Draft:
    """The report of one item; raises UnreadableError where it holds no text, or was cancelled."""
    if not isinstance(item, Mapping):
        message = "not a JSON object"
        raise UnreadableError(message)
    if item.get("pubstatus") in ("canceled", "cancelled", "withheld"):
        message = f"it was {item['pubstatus']} by its provider"
        raise UnreadableError(message)
    markup = _body(item)
    if not markup:
        message = f"an item of type {str(item.get('type', 'unknown'))[:40]!r} without text"
        raise UnreadableError(message)
    return draft_of(
        file,
        markup,
        title=_words(item.get("headline")) or _best(item.get("headlines")) or _words(item.get("title")),
        url=next((value for key in ("url", "uri") if (value := _address(item.get(key)))), None),
        outlet=_outlet(item),
        authors=_authors(item),
        published=_published(item),
    )


def _body(item: Mapping[str, object]) -> str:
    """The body as HTML; of several, the longest."""
    found = [_as_markup(item.get(key), key) for key in _BODIES]
    for body in _maps(item.get("bodies")):
        kind = str(body.get("contenttype") or body.get("contentType") or body.get("role") or "")
        found.append(_as_markup(body.get("value"), "body_xhtml" if "html" in kind else "body_text"))
    return max(found, key=len)


def _as_markup(value: object, key: str) -> str:
    text = _words(value)
    if text is None or key != "body_text":
        return text or ""
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in text.split("\n") if part.strip())


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _maps(value: object) -> Iterator[Mapping[str, object]]:
    items: Sequence[object] = value if isinstance(value, list) else ()
    return (item for item in items if isinstance(item, Mapping))


def _best(value: object) -> str | None:
    """The main one of several headlines."""
    found = [(item.get("role") != "main", text) for item in _maps(value) if (text := _words(item.get("value")))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _address(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _outlet(item: Mapping[str, object]) -> str | None:
    sources = [_words(source.get("name")) for source in _maps(item.get("infosources") or item.get("infosource"))]
    return next(filter(None, sources), None) or _words(item.get("copyrightholder"))


def _authors(item: Mapping[str, object]) -> tuple[str, ...]:
    byline = _words(item.get("byline")) or _best(item.get("bylines")) or _best(item.get("by")) or ""
    people = [_words(person.get("name")) for person in _maps(item.get("person") or item.get("people"))]
    named = [name for name in people if name and name in byline]
    return tuple(named) or ((byline.removeprefix("By "),) if byline else ())


def _published(item: Mapping[str, object]) -> Moment:
    for key in (
        "datetime",
        "firstcreated",
        "firstCreated",
        "contentcreated",
        "contentCreated",
        "versioncreated",
        "versionCreated",
    ):
        value = item.get(key)
        moment = stated(value, f"the item's {key}") if isinstance(value, str) else UNKNOWN
        if moment.is_known:
            return moment
    return UNKNOWN
