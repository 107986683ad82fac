"""Mentions: the names in one report."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from twosource.detect.mentions.alone import mark_alone
from twosource.detect.mentions.bodies import bodies, owned_from
from twosource.detect.mentions.candidates import candidates
from twosource.detect.mentions.openings import strip_openings
from twosource.detect.mentions.runs import is_shouted, runs
from twosource.detect.mentions.shorts import Short, short_forms
from twosource.detect.mentions.tags import Seen, mark_kinds
from twosource.lexicon.grammar import closed
from twosource.text.sentences import sentence_bounds
from twosource.text.tokens import tokens
from twosource.types.article import Article, BlockKind
from twosource.types.party import Mention, PartyKind

_KINDS: tuple[BlockKind, ...] = ("headline", "subhead", "body", "caption")
_OFTEN = 2
_SHORT = 4
_NATIONAL = ("ese", "ian", "ean", "ish", "ians")


def mentions(article: Article) -> Iterator[Mention]:
    """Finds the names of persons, organisations, publications, places, products and groups.

    Names are what a reader follows through a story; speakers and relays are resolved to them. A name is a run of
    capitalised words; titles, given names, roles in apposition, the endings of bodies' names, and lists of well-known
    outlets, places and organisations tell what it names. A surname alone is the person's whose full name the report
    gives. The bare name leaves out titles and articles.

    Missed on purpose: a lone capitalised word at a sentence's start that stands nowhere else; names in headlines in
    title case or capitals that the text does not repeat; persons whom nothing shows to be one; nicknames.
    """
    seen = list(_seen(article))
    strip_openings(seen)
    mark_kinds(seen, article)
    mark_alone(seen, article)
    persons = _persons(seen, article.authors)
    counts = Counter(one.name for one in seen if not one.shouted and (not one.opens or " " in one.name))
    kinds = {one.name: one.candidate.kind for one in reversed(seen) if one.candidate.kind and not one.shouted}
    wholes = short_forms(_bodies(seen, article.outlet), persons)
    for one in seen:
        kind = _short(one, wholes) or _kind(one, persons, counts, kinds)
        if kind is not None:
            start = one.block.start + one.row[one.candidate.start].start
            name = one.name
            end = start + _length(article.text, start, one)
            yield Mention(kind=kind, span=article.span(start, end), name=name)
    yield from _of_states(article)


def _of_states(article: Article) -> Iterator[Mention]:
    for block in article.passages(*_KINDS):
        row = tokens(article.text[block.start : block.end])
        for first, end in bodies(row):
            span = article.span(
                block.start + row[first].start, block.start + row[end - 1].start + len(row[end - 1].bare)
            )
            yield Mention(kind="organization", span=span, name=" ".join(span.exact.split()))


def _bodies(seen: list[Seen], outlet: str | None) -> Iterator[tuple[str, PartyKind]]:
    """The names of several words that the report gives to organisations and outlets, its own outlet's too."""
    if outlet:
        yield outlet, "publication"
    for one in seen:
        if " " in one.name and not one.shouted and one.candidate.kind in {None, "organization", "publication"}:
            yield one.name, one.candidate.kind or "organization"


def _short(one: Seen, wholes: Mapping[str, Short]) -> PartyKind | None:
    """The kind of the longer name that this one shortens; its last word alone does so only after `the`."""
    short = wholes.get(one.name)
    if short is None or one.shouted or one.candidate.kind not in {None, "organization"}:
        return None
    led = one.candidate.start > 0 and one.row[one.candidate.start - 1].low == "the"
    return short.kind if led or (short.leads and not one.opens) else None


def _length(text: str, start: int, one: Seen) -> int:
    """The length of the words, a possessive ending left out."""
    first, last = one.row[one.candidate.start], one.row[one.candidate.end - 1]
    length = last.end - first.start
    return length - 2 if last.is_possessive and length > 2 and text[start + length - 2] in "'’" else length


def _seen(article: Article) -> Iterator[Seen]:
    for block in article.passages(*_KINDS):
        text = article.text[block.start : block.end]
        row = tokens(text)
        starts = {start for start, _ in sentence_bounds(text)}
        shouted = is_shouted(row)
        for first, end in runs(row):
            opens = row[first].start in starts or (first > 0 and row[first - 1].text in '“"‘•:')
            for candidate in candidates(row, first, end):
                start = owned_from(row, candidate.start, candidate.end)
                one = replace(candidate, start=start, kind="organization") if start < candidate.start else candidate
                yield Seen(block, row, one, opens and candidate.start == first, shouted)


def _persons(seen: list[Seen], authors: tuple[str, ...]) -> dict[str, str]:
    """Surnames in lower case and the full names that the report gives, where a surname has only one."""
    for one in seen:
        if one.candidate.kind is None and one.name in authors and " " in one.name:
            one.candidate = replace(one.candidate, kind="person")
    full: dict[str, set[str]] = {}
    for one in seen:
        if one.candidate.kind == "person" and not one.shouted:
            words = one.name.split()
            full.setdefault(words[-1].lower(), set()).add(one.name)
    first: dict[str, set[str]] = {}
    for names in full.values():
        for name in names:
            if " " in name:
                first.setdefault(name.split()[0].lower(), set()).add(name)
    for word, names in first.items():
        if word not in full and len(names) == 1:
            full[word] = names
    return {surname: max(sorted(names), key=len) for surname, names in full.items()}


def _kind(
    one: Seen, persons: dict[str, str], counts: Counter[str], kinds: Mapping[str, PartyKind | None]
) -> PartyKind | None:
    name, candidate = one.name, one.candidate
    if one.shouted and candidate.kind in {"person", "organization", None}:
        return kinds.get(name) or ("person" if name.lower() in persons else None)
    if candidate.kind is not None:
        return candidate.kind
    if " " not in name and name.lower() in persons:
        return "person"
    if kinds.get(name):
        return kinds[name]
    if " " not in name and len(name) > _SHORT and name.lower().endswith(_NATIONAL):
        return None
    if name.lower() in closed("determiners") | closed("openers") | closed("prepositions") | closed("adverbs"):
        return None
    if counts[name] >= (1 if " " in name else _OFTEN):
        return "organization"
    return None
