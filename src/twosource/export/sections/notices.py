"""What reports say about themselves, and words that judge, load or hedge."""

from collections.abc import Iterable, Iterator

from twosource.export.document import Document, NoticeRecord, WordingRecord
from twosource.export.numbers import counted
from twosource.export.sections.line import Line, Section
from twosource.export.sections.lookup import Lookup, quoted

NOTICES = {
    "satire": "Satire",
    "correction": "Corrections",
    "ai_assistance": "Made with the help of AI",
    "sponsored": "Sponsored",
    "affiliate": "Earns from links",
    "ownership": "Ownership",
    "authorship": "About the author",
    "copyright": "Copyright",
}
WORDINGS = {
    "opinion": "Opinion",
    "loaded": "Loaded words",
    "unattributed": "Claims without a source",
    "hedge": "Hedges",
}


class Notices(Section):
    """Notices and wording."""

    key = "notices"
    title = "Notices and wording"
    shows = (
        "Corrections and disclosures that reports print, and where their wording judges, loads, hedges or cites nobody."
    )
    how_to_read = (
        "Notices come first, in full. Below them, words by kind: those in the report's own voice, and those of a "
        "party where one is named."
    )
    cannot_see = "Irony, and opinion that no word gives away. A marked word is a place to look at, not a fault."
    empty = "No notice and no such wording was found."

    def lines(self, document: Document) -> list[Line]:
        """The notices by kind, then the wording by kind."""
        look = Lookup(document)
        return [*_notices(document.notices), *_wording(look, document.wording)]


def _notices(records: Iterable[NoticeRecord]) -> list[Line]:
    found: dict[str, list[Line]] = {kind: [] for kind in NOTICES}
    for one in records:
        found[one.kind].append(Line(parts=quoted([one.span]), children=tuple(_changes(one))))
    return [_group(NOTICES[kind], lines, folded=False) for kind, lines in found.items() if lines]


def _changes(one: NoticeRecord) -> Iterator[Line]:
    """What a correction puts right, where its words tell."""
    for label, words in (
        ("it had said: ", one.wrong),
        ("the note goes on: ", one.right),
        ("in the report now: ", one.about),
    ):
        if words:
            yield Line(parts=(label, *quoted([words])))


def _wording(look: Lookup, records: Iterable[WordingRecord]) -> list[Line]:
    found: dict[str, list[Line]] = {kind: [] for kind in WORDINGS}
    for one in records:
        who = (" · ", look.party(one.voice)) if one.voice else ()
        found[one.kind].append(Line(parts=(*quoted([one.span]), *who)))
    return [_group(WORDINGS[kind], lines, folded=True) for kind, lines in found.items() if lines]


def _group(title: str, lines: list[Line], *, folded: bool) -> Line:
    return Line(parts=(title, f" · {counted(len(lines), 'place')}"), children=tuple(lines), folded=folded)
