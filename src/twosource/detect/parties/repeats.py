"""Names that stand again where their spelling alone shows none: in headlines, in another case, beside a noun."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.detect.parties.group import Group
from twosource.lexicon.grammar import closed
from twosource.lexicon.names import listed, places
from twosource.lexicon.outlets import common
from twosource.text.tokens import Token, tokens
from twosource.types.article import Article, BlockKind
from twosource.types.span import Span

_KINDS: tuple[BlockKind, ...] = ("headline", "subhead", "body", "caption")
_NATIONAL = ("ese", "ian", "ish", "ist", "ists", "ians")
_OFTEN = 2
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a name: its words in lower case, and as they are written if only that spelling counts.

    `alone` are surnames that no report of the story gives alone as a name: nothing capitalised may stand beside them.
    """

    words: tuple[str, ...]
    exact: str | None
    group: Group
    alone: bool = False


class Repeats:
    """The names of a story, to be looked for in its reports."""

    def __init__(self, groups: Sequence[Group]) -> None:
        """Takes the parties, with all their mentions."""
        forms: dict[tuple[str, ...], dict[int, _Form]] = defaultdict(dict)
        for group in groups:
            for surname in _surnames(group):
                forms[(surname.lower(),)].setdefault(id(group), _Form((surname.lower(),), surname, group, alone=True))
            for name in group.names:
                if (form := _form(name, group)) is not None:
                    forms[form.words].setdefault(id(group), form)
        self._by_first: dict[str, list[_Form]] = defaultdict(list)
        for words, held in forms.items():
            if len(held) == 1:  # a name of two parties stands for neither
                self._by_first[words[0]].append(next(iter(held.values())))
        self._taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for group in groups:
            for mention in group.mentions:
                self._taken[mention.span.article].append((mention.span.start, mention.span.end))
        for spans in self._taken.values():
            spans.sort()

    def within(self, article: Article) -> Iterator[tuple[Group, Span]]:
        """Where names stand in a report beside its mentions, the longest first at each place."""
        for block in article.passages(*_KINDS):
            row = tokens(article.text[block.start : block.end])
            free = 0
            for place, token in enumerate(row):
                if place < free or not token.is_word:
                    continue
                for form in sorted(self._by_first.get(token.bare, ()), key=lambda one: -len(one.words)):
                    stop = place + len(form.words)
                    if not _matches(row, place, form):
                        continue
                    start, end = block.start + token.start, block.start + _end(row[stop - 1])
                    if not self._overlaps(article.id, start, end):
                        free = stop
                        yield form.group, article.span(start, end)
                    break

    def _overlaps(self, article: str, start: int, end: int) -> bool:
        held = self._taken.get(article, [])
        after = bisect_left(held, (end, end))
        return any(first < end and start < last for first, last in held[max(0, after - 3) : after])


def _surnames(group: Group) -> set[str]:
    """The last words of a person's full names; those that are common words, or other names, are left out."""
    if group.kind != "person":
        return set()
    other = listed("given") | listed("neither") | listed("titles") | listed("suffixes") | common() | places()
    plain = closed("months") | closed("weekdays") | listed("organisation_words") | listed("place_last")
    last = {name.split()[-1] for name in group.names if " " in name}
    return {word for word in last if len(word) > _SHORTEST and word.isalpha() and word.lower() not in other | plain}


def _form(name: str, group: Group) -> _Form | None:
    """The form to look for; none of a word that means something else, or that is too short to tell."""
    words = tuple(token.bare for token in tokens(name) if token.is_word)
    if not words or group.kind in {"place", "group"} or any(not token.is_word for token in tokens(name)):
        return None
    if len(words) > 1:  # an Islamic state is not Islamic State
        return _Form(words, name if name.lower() in listed("organisations") else None, group)
    word = words[0]
    plain = closed("months") | closed("weekdays") | closed("openers") | closed("determiners") | listed("titles")
    if group.kind == "organization" and word.endswith(_NATIONAL):
        return None
    plain = plain | listed("given") | listed("neither") | common()
    frequent = sum(mention.name == name for mention in group.mentions) >= _OFTEN
    if len(word) < _SHORTEST or word in plain or not (frequent or group.kind == "person"):
        return None
    inner = any(sign.isupper() for sign in name[1:]) and not name.isupper()
    return _Form(words, None if inner else name, group)


def _matches(row: Sequence[Token], place: int, form: _Form) -> bool:
    stop = place + len(form.words)
    if stop > len(row) or any(row[place + at].bare != word for at, word in enumerate(form.words)):
        return False
    if len(form.words) > 1 and form.exact is None:
        return any(token.is_capital for token in row[place:stop]) or _is_of_state(row, place, form.words)
    if form.exact is None:
        return True
    beside = [row[at] for at in (place - 1, stop) if 0 <= at < len(row)]
    if form.alone and any(token.is_capital and token.low not in listed("titles") for token in beside):
        return False
    opens = place == 0 or row[place - 1].low in {".", "!", "?"}
    written = " ".join(token.text for token in row[place:stop])[: len(form.exact)] == form.exact
    return written and (not opens or any(sign.isupper() for sign in form.exact[1:]))


def _is_of_state(row: Sequence[Token], place: int, words: tuple[str, ...]) -> bool:
    """Whether words without a capital name a body all the same: `the justice department`; or a project."""
    led = place > 0 and row[place - 1].low == "the"
    return words[0] in {"project", "operation"} or (led and words[-1] in {"department", "ministry", "house"})


def _end(token: Token) -> int:
    return token.end - 2 if token.is_possessive else token.end
