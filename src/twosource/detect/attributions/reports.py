"""Whose `a new report` is, of which a report tells before it names the outlet."""

import re
from collections.abc import Sequence

from twosource.detect.attributions.directory import Directory
from twosource.types.article import Article
from twosource.types.attribution import Citation

_PLAIN = re.compile(
    r"(?:an?|one|the|this|that) (?:(?:new|recent|latest|fresh|media|news|online|published|newspaper|press|exclusive) )*"
    r"(?:report|article|story)",
    re.IGNORECASE,
)
_NEAR = 700  # code points: two or three paragraphs


def told_by(article: Article, citations: Sequence[Citation], directory: Directory) -> dict[str, str]:
    """The outlet (id) of each citation (id) whose source is plainly a report: `a new report`.

    That is the outlet that the report cites next, if that is near, or the only one that it cites at all. `citations`
    are those of one report in its order.
    """
    named = [(one, _outlets(article, citation, directory)) for one, citation in enumerate(citations)]
    all_named = set[str]().union(*(outlets for _, outlets in named))
    sole = all_named if len(all_named) == 1 else set()
    found: dict[str, str] = {}
    for place, citation in enumerate(citations):
        if citation.source is None or not _PLAIN.fullmatch(citation.source.exact):
            continue
        after = (outlets for one, outlets in named[place + 1 :] if outlets and _is_near(citation, citations[one]))
        outlets = next(after, set()) or sole
        if len(outlets) == 1:
            found[citation.id] = next(iter(outlets))
    return found


def _outlets(article: Article, citation: Citation, directory: Directory) -> set[str]:
    """The publications that the words for the source and the relays name, but for whose report this is."""
    spans = [span for span in (citation.source, *citation.relays) if span is not None]
    named = {party.id for span in spans for _, party in directory.within(span) if party.kind == "publication"}
    own = (article.outlet or "").lower()
    return {one for one in named if directory.parties[one].name.lower() != own}


def _is_near(citation: Citation, later: Citation) -> bool:
    return 0 <= later.content[0].start - citation.content[0].start <= _NEAR
