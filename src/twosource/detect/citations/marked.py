"""What the trained model marks in a report, as citations in the making."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.phrasal import listed
from twosource.detect.citations.tail import after_cue
from twosource.lexicon import pattern
from twosource.lexicon.grammar import closed
from twosource.lexicon.reporting import verbs
from twosource.models.links import Linked
from twosource.models.reader import read
from twosource.text.bodies import body_of
from twosource.text.clauses import Sentence, sentences_of
from twosource.text.quotations import Quotation, quotations
from twosource.text.rows import Range
from twosource.text.tokens import Token
from twosource.types.article import Article, Block
from twosource.types.attribution import Mode

Bounds = tuple[int, int]
_EDGES = " \t\n.,;:"
_MARKS = " \t\n,;:"
_LINK = "that "
_DANGLING = closed("coordinators") | {"a", "an", "the", "without", "because", "while", "whereas", "unless"}
"""Words that begin something: where they come last, the model broke off."""
_NO_SPEECH = frozenset({"asks", "orders_or_plans"})
_FEWEST_WORDS = 5  # fewer name a topic: `spoke about the talks`
_SURE = 0.8  # of these, on the development texts, 94 of 100 are attributions


@dataclass(frozen=True, slots=True)
class Marked:
    """A cue with its source and what it introduces, in code points of the report; `block` is that of the cue."""

    block: Block
    cue: Bounds
    source: Bounds | None
    content: tuple[Bounds, ...]
    mode: Mode
    act: str
    sure: float


class Marks:
    """What the model marks in the body of a report, by block, in the order of the cues."""

    def __init__(self, article: Article) -> None:
        """Reads the body in one piece, so that who spoke in one paragraph is known in the next."""
        self._article = article
        self._body = body_of(article)
        self._quoted: dict[Block, list[Quotation]] = {}
        self._found: dict[Block, list[Marked]] = {}
        for link in read(self._body.text).linked:
            one = self._placed(link)
            self._found.setdefault(one.block, []).append(one)

    def within(self, block: Block, bounds: Bounds) -> list[Marked]:
        """Those whose cues begin in these places of a block."""
        found = self._found.get(block, [])
        first, stop = (bisect_left(found, place, key=lambda one: one.cue[0]) for place in bounds)
        return found[first:stop]

    def _cut(self, bounds: Bounds) -> Iterator[tuple[Block, Bounds]]:
        """Places of the report for those of what the model read: what runs over blocks is cut at their edges."""
        for number in range(self._body.block_at(bounds[0]), self._body.block_at(bounds[1] - 1) + 1):
            block, shift = self._body.blocks[number], self._body.shift(number)
            first, stop = max(bounds[0] + shift, block.start), min(bounds[1] + shift, block.end)
            if first < stop:
                yield block, (first, stop)

    def _placed(self, link: Linked) -> Marked:
        text = self._article.text
        block, cue = next(self._cut(link.cue))
        source = next((place for _, place in self._cut(link.source)), None) if link.source else None
        if source is not None:  # the corpora count a comma after an apposition in
            kept = len(text[slice(*source)].rstrip(_MARKS))
            source = (source[0], source[0] + kept) if kept else None
        parts = [(place, self._quotations(one, place)) for whole in link.content for one, place in self._cut(whole)]
        mode = _mode(text, parts)
        said = [found for place, quoted in parts if (found := as_said(text, place, quoted))]
        if mode == "indirect":  # of words that are not quoted, a short part beside a long one is a slip of the model
            longest = max(said, key=lambda part: part[1] - part[0], default=None)
            said = [part for part in said if part == longest or len(text[slice(*part)].split()) >= _FEWEST_WORDS]
        return Marked(block, cue, source, tuple(said), mode, link.act, link.sure)

    def _quotations(self, block: Block, bounds: Bounds) -> list[Quotation]:
        """The outer quotations of a block that overlap these places."""
        if block not in self._quoted:
            found = quotations(self._article.text, block.start, block.end)
            self._quoted[block] = [one for one in found if one.depth == 0]
        quoted = self._quoted[block]
        first = bisect_right(quoted, bounds[0], key=lambda one: one.outer_end)
        stop = bisect_left(quoted, bounds[1], key=lambda one: one.outer_start)
        return quoted[first:stop]


def _mode(text: str, parts: list[tuple[Bounds, list[Quotation]]]) -> Mode:
    """Told by how many of the letters stand between quotation marks: all, some or none."""
    whole = inside = 0
    for (start, end), quoted in parts:
        whole += sum(map(str.isalnum, text[start:end].lower().removeprefix(_LINK)))
        for one in quoted:
            inside += sum(map(str.isalnum, text[max(start, one.start) : min(end, one.end)]))
    return "indirect" if not inside else "direct" if inside >= whole else "mixed"


def as_said(text: str, part: Bounds, quoted: list[Quotation]) -> Bounds | None:
    """The words that are reported: without the outer quotation marks, an introducing `that`, and marks at the edges."""
    start, end = _trimmed(text, part)
    for one in quoted:
        if one.outer_start <= start <= one.start and end <= one.outer_end:
            return _blankless(text, (one.start, min(end, one.end)))
    if text[start:end].lower().startswith(_LINK):
        start += len(_LINK)
    return (start, end) if start < end else None


def _trimmed(text: str, part: Bounds) -> Bounds:
    start, end = part
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    while _dangles(text, end, word := text[start:end].rpartition(" ")[2]) and start < end - len(word):
        end = start + len(text[start : end - len(word)].rstrip(_MARKS))
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return start, end


def _dangles(text: str, end: int, word: str) -> bool:
    """Whether the last word begins something; a preposition does if another word follows it."""
    goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()
    return word.lower() in _DANGLING or (goes_on and word.lower() in closed("prepositions"))


def _blankless(text: str, part: Bounds) -> Bounds | None:
    piece = text[part[0] : part[1]]
    start = part[0] + len(piece) - len(piece.lstrip())
    return (start, start + len(piece.strip())) if piece.strip() else None


def sentence_at(row: Sentence, place: int) -> Sentence:
    """A sentence of a passage; where the place lies in one of its quotations, the sentence within that."""
    around = next((token.quotation for token in row if token.quotation and token.start <= place < token.end), None)
    if around is None or not around.start <= place < around.end:
        return row
    said = next(token.text for token in row if token.quotation is around)
    shift = around.outer_start
    inner = sentences_of(said[around.start - shift : around.end - shift])
    rows = (tuple(_moved(token, around.start) for token in one) for one in inner)
    return next((sentence_at(one, place) for one in rows if one[-1].end > place), row)


def _moved(token: Token, by: int) -> Token:
    one = token.quotation
    quotation = one and replace(
        one, start=one.start + by, end=one.end + by, outer_start=one.outer_start + by, outer_end=one.outer_end + by
    )
    return replace(token, start=token.start + by, end=token.end + by, quotation=quotation)


def drafted(one: Marked, sentence: Sentence) -> Draft:
    """A draft on the sentence of the cue, with what stands between the cue and what it introduces."""
    block = one.block
    row = sentence_at(sentence, one.cue[0] - block.start)
    cue = within(row, one.cue, block) or (0, 1)
    last = row[cue[1] - 1]
    verb = verbs().get(last.low) or next((verbs()[row[at].low] for at in range(*cue) if row[at].low in verbs()), None)
    tail = after_cue(row, cue[1] - 1, verb)
    source = within(row, one.source, block) if one.source else None
    act = verb.act if verb else "asserts"
    return Draft(row=row, cue=cue, source=source, hearer=tail.hearer, occasion=tail.occasion, act=act)


def within(row: Sentence, bounds: Bounds, block: Block) -> Range | None:
    """The tokens of a sentence that lie in these places of the report; None if none does."""
    start, end = bounds[0] - block.start, bounds[1] - block.start
    places = [at for at, token in enumerate(row) if token.start < end and start < token.end]
    return (places[0], places[-1] + 1) if places else None


def is_speech(text: str, one: Marked) -> bool:
    """Whether the cue surely reports what somebody said: the model marks plans, beliefs, silence and topics too."""
    cue = text[slice(*one.cue)].lower().replace("’", "'").split()
    if one.source is None or one.act in _NO_SPEECH or one.sure < _SURE or not _is_statement(text, one):
        return False
    if (closed("negations") | closed("modals")) & set(cue):
        return False
    known = [verbs()[word] for word in cue if word in verbs()]
    if one.mode != "indirect":
        return all("mind" not in verb.frames for verb in known) if known else one.mode == "direct"
    if not known:
        return bool(listed("leads") & set(cue))
    frames = known[-1].frames
    return not frames & {"mind", "quoting"} and ("guarded" not in frames or _lead(text, one) in {"that", "whether"})


def _is_statement(text: str, one: Marked) -> bool:
    """Whether what is reported is more than the name of a topic: `spoke of the talks`, `warned against a sale`."""
    count = sum(len(text[slice(*part)].split()) for part in one.content)
    topic = one.mode == "indirect" and _lead(text, one) in closed("prepositions") - {"to"}
    # `The officials asked not to be named, citing the talks` says of the officials why they have no name.
    unnamed = any(pattern("anonymity", "asked").search(text, *part) for part in one.content)
    return count >= _FEWEST_WORDS and not topic and not unnamed


def _lead(text: str, one: Marked) -> str:
    """The word before what is reported: the last of the cue, or one after it."""
    return text[one.cue[0] : max(one.cue[1], one.content[0][0])].lower().split()[-1]


def clipped(text: str, one: Marked, start: int, end: int) -> Marked:
    """With what it introduces in these places; all of it, where nothing is there. What runs on is read on its own."""
    parts = ((max(first, start), min(stop, end)) for first, stop in one.content)
    if one.mode == "indirect":
        parts = (_trimmed(text, part) for part in parts)
    kept = tuple(part for part in parts if part[0] < part[1])
    return replace(one, content=kept) if kept else one
