"""Citations: who says what in one report, in its own words."""

from collections import defaultdict
from collections.abc import Iterator

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.joined import Passage, cued
from twosource.detect.citations.known import is_known, is_naming, is_no_source, whole
from twosource.detect.citations.marked import Marks
from twosource.detect.citations.relays import own_outlet
from twosource.detect.citations.running import Found, Speech, passages, uncued
from twosource.detect.citations.whose import bare_end, is_contrary, is_object
from twosource.lexicon.denial import denies, grants
from twosource.text.anonymity import count, is_anonymous
from twosource.text.datelines import agency_of
from twosource.text.nouns import is_nobody
from twosource.text.reasons import reason_of
from twosource.text.rows import Range
from twosource.text.turned import is_said_of, is_withheld, turns_down_words
from twosource.types.article import Article, Block
from twosource.types.attribution import Act, Anonymous, Citation, Mode
from twosource.types.span import Span


def citations(article: Article) -> Iterator[Citation]:
    """Finds who says what: direct, indirect and mixed speech with its cue, its source, and the outlets between.

    A reader wants to know on whose word each thing stands. A citation holds the words that are reported, without the
    outer quotation marks; the reporting word; the words that name the source; whether that source has a name; the
    outlets through which it came; and whether it asserts, hedges or denies.

    Found are reporting verbs (before, within and after what is said), `according to`, `citing`, `reportedly`, `it is
    claimed`, and quotations without a cue that go on with the speaker before them. A quotation whose speaker is not
    plain is given without one.

    Missed on purpose: headlines and captions; names and scare quotes in quotation marks; plans and hopes; what
    somebody did not say, would say, or was asked; thoughts of a single person; nouns (`the claim that`) as cues.
    """
    found = list(_read(article))
    made = [(one, _citation(article, one)) for one in found]
    ids = {id(one): citation.id for one, citation in made if citation}
    beside: dict[int, list[Citation]] = defaultdict(list)
    for one, citation in made:
        if citation is not None:
            beside[one.draft.row[0].start + one.block.start].append(citation)
    for one, citation in made:
        if citation is not None:
            yield _linked(one, citation, ids, beside[one.draft.row[0].start + one.block.start])


def _read(article: Article) -> Iterator[Found]:
    speech = Speech()
    read = list(passages(article))
    agencies = (agency_of(article.text[block.start : block.end]) for block, _ in read)
    own = article.outlet or next(filter(None, agencies), None) or own_outlet(row for _, rows in read for row in rows)
    marks = Marks(article)
    for block, sentences in read:
        opens = True
        for row in sentences:
            group = cued(article, Passage(block, row), marks, own)
            single = None if group else uncued(block, row, speech, opens_block=opens)
            if single is None and not group and _is_bare(row, speech):
                opens = False
                continue
            group = [single] if single else group
            yield from (one for one in group if not one.draft.pending and one is not speech.pending)
            if single is not None and single is speech.pending:
                yield single
            _go_on(speech, group, row)
            opens = False


def _is_bare(row: tuple[object, ...], speech: Speech) -> bool:
    return len(row) == 1 and speech.last is not None and speech.adjacent


def _go_on(speech: Speech, group: list[Found], row: tuple[object, ...]) -> None:
    """Keeps who spoke last, for the quotation that may follow."""
    sources = {one.draft.text(one.draft.source) for one in group if one.draft.source}
    speech.pending = next((one for one in group if one.draft.pending), None)
    if group:
        speech.last = group[-1]
    speech.adjacent = bool(group) and len(sources) <= 1 and not group[-1].draft.agentless
    last = group[-1].draft.row[-1] if group else None
    speech.unclosed = bool(last and last.quotation and not last.quotation.closed)
    del row


def _citation(article: Article, found: Found) -> Citation | None:
    draft, block, seen = found.draft, found.block, found.marked
    is_denial = not draft.cue or turns_down_words(draft.row, draft.cue[1] - 1)
    if draft.cue and is_withheld(draft.row, draft.cue[1] - 1):
        return None
    if not (is_denial or is_said_of(draft.row, draft.cue[1] - 1)):
        return None
    if seen is not None:
        content = tuple(article.span(*part) for part in seen.content)
    else:
        content = tuple(span for part in draft.parts for span in _spans(article, block, draft, part))
    extra = (_stripped(article, start, end) for start, end in found.extra)
    content += tuple(span for span in extra if span and not any(span.overlaps(part) for part in content))
    if not content:
        return None
    cue = article.span(*seen.cue) if seen is not None else _span(article, block, draft, draft.cue)
    source = _source(article, found, cue)
    if is_no_source(source, content) or is_naming(article, cue) or is_contrary(article, source, content):
        return None
    if source is not None and is_nobody(source.exact):
        return None
    mode = seen.mode if seen is not None else _mode(draft, found)
    said = " ".join(span.exact for span in content)
    is_granted = cue is not None and grants(cue.exact)
    act: Act = "denies" if draft.act == "asserts" and not is_granted and denies(said) else draft.act
    if act == "denies" and not is_denial:
        act = "asserts"
    return Citation(
        mode=mode,
        content=content,
        cue=cue,
        source=source,
        act=act,
        anonymous=_anonymous(article, draft, source),
        relays=tuple(span for relay in draft.relays if (span := _span(article, block, draft, relay))),
        hearer=_span(article, block, draft, draft.hearer),
        occasion=_span(article, block, draft, draft.occasion),
    )


def _source(article: Article, found: Found, cue: Span | None) -> Span | None:
    """The words that name the source: the model's where it reads the sentence, without the sentence's adverbs."""
    source = _span(article, found.block, found.draft, found.draft.source)
    if found.marked is not None and found.marked.source is not None:
        source = article.span(*found.marked.source)
    if source is None:
        return None
    if (bare := bare_end(source)) is not None:
        source = article.span(source.start, bare)
    return None if cue is not None and is_object(article, source, cue.start) else whole(article, source)


def _mode(draft: Draft, found: Found) -> Mode:
    tokens = [draft.row[at] for first, stop in draft.parts for at in range(first, stop)]
    quoted = any(token.is_quoted for token in tokens) or bool(found.extra)
    bare = all(token.is_quoted or not token.is_word for token in tokens)
    return "direct" if quoted and bare else "mixed" if quoted else "indirect"


def _spans(article: Article, block: Block, draft: Draft, part: Range) -> Iterator[Span]:
    """The spans of a part: whole, or each quotation without its marks where there is nothing else."""
    tokens = draft.row[part[0] : part[1]]
    if all(token.is_quoted or not token.is_word for token in tokens):
        for token in tokens:
            inner = token.quotation
            words = _stripped(article, block.start + inner.start, block.start + inner.end) if inner else None
            if words is not None:
                yield words
    else:
        yield article.span(block.start + tokens[0].start, block.start + tokens[-1].end)


def _stripped(article: Article, start: int, end: int) -> Span | None:
    """The words of a quotation, blanks at its edges left out; None where there are no words."""
    text = article.text[start:end]
    if not text.strip():
        return None
    return article.span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _span(article: Article, block: Block, draft: Draft, part: Range | None) -> Span | None:
    if part is None or part[0] >= part[1]:
        return None
    first, last = draft.row[part[0]], draft.row[part[1] - 1]
    if first is last and first.quotation is not None:
        words = _stripped(article, block.start + first.quotation.start, block.start + first.quotation.end)
        return (
            article.span(words.start, words.start + len(words.exact.rstrip(",.;: ") or words.exact)) if words else None
        )
    return article.span(block.start + first.start, block.start + last.end)


def _anonymous(article: Article, draft: Draft, source: Span | None) -> Anonymous | None:
    if source is None or draft.source is None or not is_anonymous(draft.row, draft.source):
        return None
    if is_known(article, source):
        return None
    described = " ".join(source.exact.split())
    return Anonymous(count=count(draft.row, draft.source), description=described, reason=reason_of(article, source))


def _linked(one: Found, citation: Citation, ids: dict[int, str], others: list[Citation]) -> Citation:
    """With the id of the citation that it continues, and of the smallest one that encloses it."""
    continues = ids.get(id(one.continues)) if one.continues else None
    around = [other for other in others if other.id != citation.id and _encloses(other, citation)]
    inside = min(around, key=_extent).id if around else None
    return Citation(
        mode=citation.mode,
        content=citation.content,
        cue=citation.cue,
        source=citation.source,
        act=citation.act,
        anonymous=citation.anonymous,
        relays=citation.relays,
        hearer=citation.hearer,
        occasion=citation.occasion,
        inside=inside,
        continues=continues,
    )


def _encloses(outer: Citation, inner: Citation) -> bool:
    """Whether the inner one's cue and words lie in one part of the outer one's content."""
    if inner.cue is None:
        return False
    return any(part.covers(inner.cue) and all(part.covers(piece) for piece in inner.content) for part in outer.content)


def _extent(citation: Citation) -> int:
    return sum(len(part) for part in citation.content)
