"""Relays: the outlets on whose word a source is cited."""

from collections import Counter
from collections.abc import Iterable

from twosource.detect.citations.carriers import add_carrier
from twosource.detect.citations.draft import Draft
from twosource.lexicon import words
from twosource.lexicon.grammar import nouns
from twosource.lexicon.outlets import bare, known
from twosource.text.ahead import phrase_after
from twosource.text.clauses import Sentence
from twosource.text.nouns import can_speak, head_of
from twosource.text.outlets import is_medium, outlet_at
from twosource.text.rows import Range, Row
from twosource.text.subjects import subject_before
from twosource.text.verbs import is_time

_HEARD = 3  # times that an outlet is spoken to beside others, from which the report is taken to be its own
_TO = frozenset({"told", "tells", "to", "telling", "informed"})
_QUOTES = frozenset({"quoted", "cited", "quotes", "cites"})
_WRITES = frozenset({"wrote", "writes", "written", "posted", "reported", "reports"})
_WRITERS = frozenset(
    {
        "journalist",
        "reporter",
        "columnist",
        "correspondent",
        "writer",
        "blogger",
        "editor",
        "contributor",
        "author",
        "critic",
    }
)


def add_relays(drafts: list[Draft], own: str | None) -> None:
    """Adds the relays that the words of each sentence give: `told X`, `cited by X`, `X, citing Y`, `X’s sources`."""
    for draft in drafts:
        if draft.source is None:
            continue
        _cited_by(draft)
        _quoted_by(draft)
        _written_for(draft)
        _possessive(draft)
        _spoke_with(draft)
        heard = _heard(draft.row, draft.hearer) if draft.hearer and not draft.relays else None
        heard = heard or (_heard_in(draft) if not draft.relays else None)
        if heard is not None and is_other_outlet(draft.row, heard, own):
            draft.relays = [heard]
    for draft in drafts:
        _citing(draft, drafts)
        add_carrier(draft, drafts)
        names = [bare(draft.text(relay)) for relay in draft.relays]
        draft.relays = [relay for at, relay in enumerate(draft.relays) if names[at] not in names[:at]]


def _heard(row: Row, hearer: Range) -> Range | None:
    """The outlet in words for a hearer: `the Example Times`, `the newspaper`, `Ann Lee of the Example Times`."""
    start, end = hearer
    if outlet_at(row, start) == end or is_medium(row, hearer):
        return hearer
    named = " ".join(token.low for token in row[start + 1 : end])
    if row[start].low in {"the", "that"} and named in words("outlets", "generic"):
        return hearer
    plain = end - (row[end - 1].low == ".")  # what ends a sentence after letters may look like an abbreviation's stop
    if plain - start == 1 and _is_acronym(row, start):
        return (start, plain)  # told AP
    for place in range(start + 1, min(end + 2, len(row))):
        stop = outlet_at(row, place) if row[place - 1].low in {"at", "of", "from", "with"} else None
        if stop is not None and stop >= end:
            return (place, stop)
    return None


def _is_acronym(row: Row, place: int) -> bool:
    """Whether a token is the short form of an outlet in capitals: `AP`, which another word may be elsewhere."""
    return row[place].text.isupper() and row[place].low in known()


def _heard_in(draft: Draft) -> Range | None:
    """The outlet of an occasion: `in an interview with the Example Times`, `in remarks to the newspaper`."""
    if draft.occasion is None:
        return None
    start, end = draft.occasion
    if draft.row[start].low == "to" and (heard := _heard(draft.row, (start + 1, end))) is not None:
        return heard  # relayed to the Example Times that …
    for place in range(start + 2, end):
        if _is_talk(draft.row, start, place) and draft.row[place - 1].low in {"with", "to", "for"}:
            return _heard(draft.row, (place, end))
    return None


def _is_talk(row: Row, start: int, stop: int) -> bool:
    """Whether these words hold a noun for what is said to an outlet."""
    return any(
        row[place].bare in {"interview", "remarks", "comments", "email", "statement"} for place in range(start, stop)
    )


def _spoke_with(draft: Draft) -> None:
    """`experts who spoke with X said`, `an aide speaking to X`: the outlet stands in the words for the source."""
    if draft.source is None or draft.relays:
        return
    start, end = draft.source
    for place in range(start + 2, end):
        spoke = draft.row[place - 2].low in {"spoke", "talked", "speaking", "talking"}
        if spoke and draft.row[place - 1].low in {"with", "to"} and outlet_at(draft.row, place) == end:
            draft.relays = [(place, end)]
            return


def is_other_outlet(row: Row, span: Range, own: str | None) -> bool:
    """Whether the words name an outlet, and not the report's own."""
    if outlet_at(row, span[0]) != span[1] and _heard(row, span) != span:
        return False
    name = bare(" ".join(token.text for token in row[span[0] : span[1]]))
    theirs = bare(known().get(name, name))
    if own is None:
        return True
    mine = bare(own)
    ours, other = set(bare(known().get(mine, mine)).split()), set(theirs.split())
    return not (ours <= other or other <= ours | set(mine.split()) or name in mine)


def _cited_by(draft: Draft) -> None:
    """`people familiar with the talks cited by the X`: the source ends before `cited`."""
    if draft.source is None:
        return
    start, end = draft.source
    for place in range(start + 1, end - 2):
        if draft.row[place].low in {"cited", "quoted"} and draft.row[place + 1].low in {"by", "in"}:
            stop = outlet_at(draft.row, place + 2)
            if stop is not None:
                draft.relays.append((place + 2, stop))
                draft.source = (start, place)
                return


def _quoted_by(draft: Draft) -> None:
    """`the X quoted people who said`, `Lee was quoted as saying by the X`: who quotes is the relay."""
    if draft.occasion and draft.row[draft.occasion[0]].low == "by" and "quoted" in draft.text(draft.cue).split():
        start, end = draft.occasion[0] + 1, draft.occasion[1]
        if outlet_at(draft.row, start) == end:
            draft.relays.append((start, end))
            return
    if draft.source is None or draft.source[0] < 1 or draft.row[draft.source[0] - 1].low not in _QUOTES:
        return
    owner = subject_before(draft.row, draft.source[0] - 1)
    if owner is not None:
        draft.relays.append(owner)


def _written_for(draft: Draft) -> None:
    """`wrote on X`, `a report by Y for X`, `X’s Y`, `X reporter Y`: the outlet stands beside the writer."""
    row = draft.row
    if draft.source is None or draft.relays:
        return
    if (
        draft.occasion
        and draft.row[draft.cue[1] - 1].low in _WRITES
        and draft.row[draft.occasion[0]].low in {"on", "in", "for"}
    ):
        end = outlet_at(row, draft.occasion[0] + 1)
        if end is not None:
            draft.relays.append((draft.occasion[0] + 1, end))
            return
    start, stop = draft.source
    for place in range(start, stop):
        end = outlet_at(row, place)
        if end is None or end > stop:
            continue
        owner = (
            place == start
            and end < stop
            and (row[end - 1].is_possessive or row[end].low in {"’", "'"} or row[end].is_capital)
        )
        works = (
            place > start
            and row[place - 1].low in {"for", "of", "at", "from", "with"}
            and any(row[at].bare in _WRITERS for at in range(start, place))
        )
        if (owner and row[stop - 1].is_capital) or works:
            draft.relays.append((place, end))
        return


def _possessive(draft: Draft) -> None:
    """`the X’s sources`: the outlet stands in the words that name the source."""
    if draft.source is None:
        return
    start, end = draft.source
    stop = outlet_at(draft.row, start)
    if stop is None or stop >= end:
        return
    owns = draft.row[stop - 1].is_possessive or draft.row[stop].low in {"'", "’"}
    if owns and head_of(draft.row, (stop, end)).bare in nouns("persons"):
        draft.relays.append((start, stop))


def _citing(draft: Draft, drafts: list[Draft]) -> None:
    """`X reported, citing Y`: the source is Y, X the relay. Of several cues, the one whose clause holds `citing`."""
    row = draft.row
    if draft.source is None or draft.agentless:
        return
    for place in range(len(row) - 1):
        if row[place].low not in {"citing", "quoting"} or not _belongs(draft, drafts, place):
            continue
        source = _cited(row, place + 1)
        if source is not None:
            draft.relays.append(draft.source)
            draft.source, draft.cue = source, (place, place + 1)
        return
    _citing_last(draft)


def _citing_last(draft: Draft) -> None:
    """`X reported that …, citing Y`: what an outlet cites at the end of what it reports is whose word that is."""
    row = draft.row
    if draft.source is None or not draft.parts or not draft.rightward or not _is_outlet(row, draft.source):
        return
    first, stop = draft.parts[-1]
    for place in range(first + 2, stop - 1):
        if row[place].low not in {"citing", "quoting"} or row[place - 1].low != ",":
            continue
        source = _cited(row, place + 1)
        if source is not None and all(token.low != "," for token in row[place:stop]):
            draft.relays.append(draft.source)
            draft.source, draft.cue, draft.parts[-1] = source, (place, place + 1), (first, place - 1)
        return


def _is_outlet(row: Row, source: Range) -> bool:
    start, end = source
    named = " ".join(token.low for token in row[start + 1 : end])
    known_by_letters = end - start == 1 and _is_acronym(row, start)
    known_by_name = outlet_at(row, start) == end or is_medium(row, source)
    return known_by_letters or known_by_name or named in words("outlets", "generic")


def _cited(row: Row, first: int) -> Range | None:
    if row[first].is_quoted:
        return (
            (first, first + 1)
            if any(
                noun in row[first].low or noun in row[first].text for noun in ("people", "source", "official", "person")
            )
            else None
        )
    source = phrase_after(row, first, wide=True)
    if source is None or not can_speak(row, source):
        return None
    head = head_of(row, source)
    return (
        source
        if head.bare in nouns("persons") | nouns("documents") | nouns("organisations") or head.is_capital
        else None
    )


def _belongs(draft: Draft, drafts: list[Draft], place: int) -> bool:
    """Whether `citing` at this place goes with this draft: beside its source or cue, or leading its sentence."""
    if draft.source and 0 <= place - draft.source[1] <= 2:
        return True
    between = range(draft.cue[1], place)
    if draft.cue[1] <= place and all(draft.row[at].low == "," or is_time(draft.row, at) for at in between):
        return True
    ahead = [one for one in drafts if one.source and one.cue[0] > place]
    return place == 0 and bool(ahead) and ahead[0] is draft


def own_outlet(rows: Iterable[Sentence]) -> str | None:
    """The outlet of a report that does not name it: one that all speak to, twice or more, and that never speaks."""
    heard: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for row in rows:
        place = 0
        while place < len(row):
            end = outlet_at(row, place) or (place + 1 if _is_acronym(row, place) else None)
            if end is None or not row[place].is_word:
                place += 1
                continue
            name = bare(" ".join(token.text for token in row[place:end]))
            named[known().get(name, name)] += 1
            heard[known().get(name, name)] += row[place - 1].low in _TO if place else 0
            place = end
    sole = [name for name, times in heard.items() if times > 1 and times == named[name]]
    if len(sole) != 1:
        return None
    others = any(times and name != sole[0] for name, times in heard.items())
    return sole[0] if heard[sole[0]] >= _HEARD or not others else None
