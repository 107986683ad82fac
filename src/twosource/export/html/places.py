"""Where words stand in the page: report numbers, anchors, and offsets as a browser counts them."""

from bisect import bisect_left
from collections.abc import Iterable

from markupsafe import Markup

from twosource.export.document import Document, Words
from twosource.export.html.shown import isolated, set_apart, shown
from twosource.export.sections.line import Line, Name, Part, Quoted
from twosource.export.sections.lookup import Lookup

_NAMED = 3
_MOST_BOXES = 10
_ASTRAL = 0xFFFF


class Places:
    """Makes links to words. It remembers each place that it made a link to, so that the reports can have anchors there.

    An anchor is `r3-120-25`: report 3, from 120, 25 long, in UTF-16 code units, which is what a browser counts in. It
    says all that a script needs to mark the words; `data-more` has further places, with the number of the report where
    it is another. There are thousands of links, so values of attributes that are numbers and letters only go without
    quotation marks, and a link to words, and a box among boxes, without a class.
    """

    def __init__(self, document: Document) -> None:
        """Counts the characters that a browser counts twice."""
        self.look = Lookup(document)
        self.anchors: dict[str, set[tuple[int, int]]] = {article.id: set() for article in document.articles}
        self._wide = {
            article.id: [place for place, sign in enumerate(article.text) if ord(sign) > _ASTRAL]
            for article in document.articles
        }

    def utf16(self, article: str, offset: int) -> int:
        """An offset in code points as one in UTF-16 code units."""
        return offset + bisect_left(self._wide[article], offset)

    def stands(self, words: Words) -> bool:
        """Whether the words stand where they say."""
        article = self.look.articles.get(words.article)
        return article is not None and words.start < words.end and article.text[words.start : words.end] == words.exact

    def link(self, words: Iterable[Words]) -> Markup:
        """The attributes of a link to words; the first are where it leads without a script."""
        rows = list(dict.fromkeys(one for one in words if self.stands(one)))
        if not rows:
            return Markup("")
        self.anchors[rows[0].article].add((rows[0].start, rows[0].end))
        first, *others = [self.anchor(one) for one in rows]
        report = first.partition("-")[0] + "-"
        more = " ".join(one.removeprefix(report) for one in others)
        return Markup(" href=#{}{}").format(first, Markup(' data-more="{}"').format(more) if more else "")

    def anchor(self, words: Words) -> str:
        """The name of a place."""
        start, end = self.utf16(words.article, words.start), self.utf16(words.article, words.end)
        return f"r{self.look.number[words.article]}-{start}-{end - start}"

    def quoted(self, words: Words, focus: Words | None = None, box: Markup | str = "") -> Markup:
        """Words as a quotation that opens them, those that matter set off; a box in it is part of the link."""
        return Markup("<a{}><q>{}</q>{}</a>").format(self.link([words]), _told(words, focus), box)

    def part(self, part: Part) -> Markup:
        """A part of a line."""
        if isinstance(part, Quoted):
            return self.quoted(part.words, part.focus)
        return isolated(part.text) if isinstance(part, Name) else shown(part)

    def parts(self, line: Line) -> Markup:
        """The parts of a line."""
        return Markup("").join(self.part(part) for part in line.parts)

    def told(self, line: Line) -> Markup:
        """The parts of a line, then a box for each report; one link has both where it rests on its last words alone."""
        last = line.parts[-1] if line.parts else ""
        if isinstance(last, Quoted) and line.evidence == (last.words,) and self.stands(last.words):
            before = Markup("").join(self.part(part) for part in line.parts[:-1])
            return before + self.quoted(last.words, last.focus, self._label(last.words.article))
        boxes = self.boxes(line.evidence)
        return Markup(" ").join([self.parts(line), boxes]) if boxes else self.parts(line)

    def _label(self, article: str) -> Markup:
        """The box of a report within a link to its words."""
        number, outlet = self.look.number[article], self.look.outlet(article)
        if self.look.has_outlet(article):
            return Markup("<small><b>{}</b> {}</small>").format(number, set_apart(outlet))
        return Markup("<small>{}</small>").format(number)

    def boxes(self, spans: Iterable[Words]) -> Markup:
        """A box for each report that the spans are of: its number, and its name where there are few.

        Where there are many, one box stands for all, and walks through them.
        """
        rows: dict[str, list[Words]] = {}
        for span in spans:
            if self.stands(span):
                rows.setdefault(span.article, []).append(span)
        ordered = sorted(rows, key=self.look.order)
        if len(rows) > _MOST_BOXES:
            every = self.link(span for one in ordered for span in rows[one])
            return Markup("<a class=box{}>{} reports</a>").format(every, len(rows))
        many, few = len(rows) > 1, len(rows) <= _NAMED
        inner = Markup(" ").join(
            self._box(one, rows[one], named=few and self.look.has_outlet(one), among=many) for one in ordered
        )
        return Markup("<span class=boxes>{}</span>").format(inner) if many else inner

    def _box(self, article: str, spans: list[Words], *, named: bool, among: bool) -> Markup:
        number, outlet = self.look.number[article], self.look.outlet(article)
        if named:
            return Markup('<a class="box named"{}><b>{}</b> {}</a>').format(self.link(spans), number, set_apart(outlet))
        made = Markup("<a{}>{}</a>") if among else Markup("<a class=box{}>{}</a>")
        return made.format(self.link(spans), number)


def _told(words: Words, focus: Words | None) -> Markup:
    if focus is None or not words.start <= focus.start < focus.end <= words.end:
        return shown(words.exact)
    low, high = focus.start - words.start, focus.end - words.start
    pieces = (words.exact[:low], words.exact[low:high], words.exact[high:])
    return Markup("{}<b>{}</b>{}").format(*(shown(one) for one in pieces))
