"""A report that comes as a piece of HTML inside another format."""

from dataclasses import replace
from html import escape

from twosource.errors import UnreadableError
from twosource.readers.html import reports
from twosource.readers.source import Draft, Source
from twosource.types.moment import UNKNOWN, Moment


def draft_of(  # noqa: PLR0913  # what a format says of a report, all by name
    file: str,
    markup: str,
    *,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    authors: tuple[str, ...] = (),
    published: Moment = UNKNOWN,
) -> Draft:
    """The draft: the title as its headline, the markup as its text; raises UnreadableError where that has no text.

    There is no map back: places in the piece are no places in the file.
    """
    headline = f"<h1>{escape(title, quote=False)}</h1>" if title else ""
    page = f"<!doctype html><html><body><article>{headline}<div>{markup}</div></article></body></html>"
    draft = next(reports(Source(file=file, data=page.encode("utf-8", "replace"))))
    if title and draft.text.strip() == " ".join(title.split()):
        message = "nothing but a title"
        raise UnreadableError(message)
    return replace(
        draft,
        title=title or draft.title,
        url=url,
        outlet=outlet,
        authors=authors or draft.authors,
        published=published,
        runs=(),
    )
