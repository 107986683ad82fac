"""Follows a page's elements as they open and close, and tells whether text that stands here is seen.

An element is weighed on screens of three widths, and is hidden if it is so on each. Of what is declared, the most
specific and then the last holds, as in the cascade (CSS Cascading Level 4), `!important` and own styles before others.
Selectors are matched from the outermost compound inwards, each element asking only those that name its id, a class or
its name: the time grows with the page and its sheets, and a page that asks for too much of it is refused.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from twosource.errors import UnreadableError
from twosource.readers.markup import Close, Open, Token
from twosource.readers.styles.compound import Compound, Node
from twosource.readers.styles.declarations import below, is_faded, is_gone, may_hide, own
from twosource.readers.styles.media import EVERYWHERE, WIDTHS
from twosource.readers.styles.selectors import Selector, selectors_of
from twosource.readers.styles.sheet import Rule, rules

_MOST, _WEIGHING = 1_000_000, 10

_State = tuple[int, int, int, int]
"""The screens on which an element is gone, of no size, invisible, and faded: seen through."""

_SHOWN: _State = (0, 0, 0, 0)

_Rank = tuple[bool, bool, int, int, int, int]
"""How much a declaration counts: important, of the element's own style, the selector's weight, its turn."""


def sheets(tokens: Iterable[Token]) -> Iterator[Rule]:
    """The rules of the style sheets in a page; those that stand in for scripts do not hold."""
    unscripted = 0
    for token in tokens:
        if isinstance(token, Open | Close) and token.name == "noscript":
            unscripted = max(unscripted + (1 if isinstance(token, Open) else -1), 0)
        elif isinstance(token, Open) and token.name == "style" and not unscripted and _is_plain(token):
            yield from rules(token.raw, token.attributes.get("media", ""))


def _is_plain(token: Open) -> bool:
    return token.attributes.get("type", "").strip().lower() in {"", "text/css"}


class Walk:
    """Where a page is being read: the open elements, and on which screens each is gone, without size, or invisible."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        """Reads the style sheets among a page's tokens."""
        self._compounds: list[Compound] = []
        self._outer: list[tuple[int, str]] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._costs: list[int] = []
        self._numbers: dict[tuple[int, str, Compound], int] = {}
        self._ends: dict[int, list[tuple[Rule, Selector, int]]] = defaultdict(list)
        self._suspects: set[int] = set()
        self._above: Counter[int] = Counter()
        self._stack: list[tuple[Node | None, _State]] = []
        self._asked = 0
        for turn, rule in enumerate(sheets(tokens)):
            for selector in selectors_of(rule.selectors):
                self._add(rule, selector, turn)

    def _add(self, rule: Rule, selector: Selector, turn: int) -> None:
        """Selectors that begin alike share their first compounds."""
        last = -1
        for compound, join in zip(selector.compounds, ("", *selector.joins), strict=True):
            key = last, join, compound
            last = self._numbers.setdefault(key, len(self._compounds))
            if last == len(self._compounds):
                self._outer.append(key[:2])
                self._compounds.append(compound)
                self._costs.append(compound.cost)
                self._by_key[compound.key].append(last)
        self._ends[last].append((rule, selector, turn))
        if rule.surely and any(may_hide(name, value) for name, value, _ in rule.declares):
            self._suspects.add(last)

    @property
    def hidden(self) -> bool:
        """Whether text that stands here is seen on no screen."""
        if not self._stack:
            return False
        gone, small, unseen, faded = self._stack[-1][1]
        return gone | small | unseen | faded == EVERYWHERE

    @property
    def faded(self) -> bool:
        """Whether it is hidden only by being seen through, as what a script fades in is."""
        gone, small, unseen, _ = self._stack[-1][1] if self._stack else _SHOWN
        return self.hidden and gone | small | unseen != EVERYWHERE

    def open(self, token: Open) -> None:
        """An element opens within those that are open."""
        above, state = self._stack[-1] if self._stack else (None, _SHOWN)
        node = None
        if self._compounds:
            node = Node(token.name, token.attributes, frozenset(token.attributes.get("class", "").split()), above)
            self._match(node)
        self._stack.append((node, self._weighed(token.attributes, node.matched if node else frozenset(), state)))

    def close(self) -> None:
        """The innermost open element closes."""
        node, _ = self._stack.pop()
        if node is not None:
            self._above.subtract(node.matched)
            if node.parent is not None:
                node.parent.last = node.matched
                node.parent.before |= node.matched

    def _match(self, node: Node) -> None:
        """Finds the compounds that an element is, with those around it as their selectors have it."""
        if node.parent is not None:
            names = node.parent.names
            names[node.name] = node.turn = names.get(node.name, 0) + 1
            names[""] = node.place = names.get("", 0) + 1
        keys = [node.name, "*", *(f".{name}" for name in node.classes), f"#{node.attributes.get('id', '')}"]
        node.matched = frozenset(
            number for key in keys for number in self._by_key.get(key, ()) if self._fits(number, node)
        )
        self._above.update(node.matched)

    def _count(self, work: int) -> None:
        self._asked += work
        if self._asked > _MOST:
            message = "style sheets that ask for more work than any page should"
            raise UnreadableError(message)

    def _fits(self, number: int, node: Node) -> bool:
        self._count(self._costs[number])
        outer, join = self._outer[number]
        return (outer < 0 or self._stands(outer, join, node)) and self._compounds[number].fits(node)

    def _stands(self, outer: int, join: str, node: Node) -> bool:
        if join == " ":
            return self._above[outer] > 0
        parent = node.parent
        if parent is None:
            return False
        if join == ">":
            return outer in parent.matched
        return outer in (parent.last if join == "+" else parent.before)

    def _weighed(self, attributes: Mapping[str, str], matched: frozenset[int], above: _State) -> _State:
        """On which screens an element is hidden in each of these ways."""
        alone = "style" not in attributes and "hidden" not in attributes and self._suspects.isdisjoint(matched)
        if alone and not (matched and above[1] | above[2]):
            return above
        self._count(_WEIGHING * sum(len(self._ends.get(number, ())) for number in matched))
        told = list(self._declared(attributes, matched))
        gone, small, unseen, faded = above[0], 0, 0, above[3]
        for screen in range(len(WIDTHS)):
            bit = 1 << screen
            values = _cascaded(told, bit)
            faded |= bit if is_faded(values.pop("opacity", "")) else 0
            gone |= bit if is_gone(values) else 0
            small |= bit if below(values, "font-size", above=bool(above[1] & bit)) else 0
            unseen |= bit if below(values, "visibility", above=bool(above[2] & bit)) else 0
        return gone, small, unseen, faded

    def _declared(
        self, attributes: Mapping[str, str], matched: frozenset[int]
    ) -> Iterator[tuple[_Rank, str, str, int]]:
        """What is declared of an element: its rank, the property, the value, and the screens that it holds on.

        What may hold, or not, hides nothing: it only shows.
        """
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            yield (False, False, -1, 0, 0, -1), "display", "none", EVERYWHERE
        for number in matched:
            for rule, selector, turn in self._ends.get(number, ()):
                for name, value, important in rule.declares:
                    held = rule.maybe if not may_hide(name, value) else 0 if selector.unsure else rule.surely
                    yield (important, False, *selector.weight, turn), name, value, held
        for turn, (name, value, important) in enumerate(own(attributes.get("style", ""))):
            yield (important, True, 0, 0, 0, turn), name, value, EVERYWHERE


def _cascaded(told: Iterable[tuple[_Rank, str, str, int]], bit: int) -> dict[str, str]:
    """The values that hold on one screen."""
    best: dict[str, tuple[_Rank, str]] = {}
    for rank, name, value, screens in told:
        if screens & bit and (name not in best or best[name][0] <= rank):
            best[name] = rank, value
    return {name: value for name, (_, value) in best.items()}
