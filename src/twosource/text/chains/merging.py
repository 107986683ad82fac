"""Links that lead to one end become one; reports that share their text become one voice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from twosource.text.chains.ends import VOICE, End, Link, Source
from twosource.text.chains.likely import are_one, is_anybody, is_bare, is_official, is_uncited, is_vague, unranked
from twosource.text.chains.states import state_of
from twosource.types.article import Article
from twosource.types.claim import Statement
from twosource.types.comparison import Reuse
from twosource.types.story import Story

# The share of the reports behind an end that have to name its relays.
_FEW = 0.2


def merged(links: Sequence[Link]) -> list[End]:
    """One end for each source, those on which most reports rest first."""
    groups: dict[str, list[Link]] = defaultdict(list)
    same = _joined(sorted({link.end for link in links}, key=lambda end: (end.key, end.name)))
    for link in links:
        groups[same[link.end.key]].append(link)
    groups = _gathered(groups)
    return [_end(key, group) for key, group in sorted(groups.items(), key=_reach)]


def _joined(ends: Sequence[Source]) -> dict[str, str]:
    """For each key the one that stands for it: that of the first end that may be the same, directly or through others.

    Sources of which nothing is told join none of several.
    """
    told = [end for end in ends if not is_anybody(end)]
    heads = _linked({end.key: end.key for end in ends}, told, are_one)
    groups: dict[str, list[Source]] = defaultdict(list)
    for end in told:
        groups[heads[end.key]].append(end)
    spoken = [
        Source(key=key, name=name, kind="organization") for key, group in groups.items() if (name := _state(group))
    ]
    return _linked(heads, spoken, lambda one, other: one.name == other.name)


def _linked(heads: dict[str, str], ends: Sequence[Source], same: Callable[[Source, Source], bool]) -> dict[str, str]:
    for number, end in enumerate(ends):
        for other in ends[:number]:
            if heads[other.key] != heads[end.key] and same(end, other):
                kept, gone = sorted((heads[other.key], heads[end.key]))
                heads = {key: kept if head == gone else head for key, head in heads.items()}
    return heads


def _state(group: Sequence[Source]) -> str:
    """The state and the body of it that all of a group are of, but those of whom nothing is told; empty if none."""
    found = {state_of(unranked(end.name)) for end in group if not is_official(end.name)}
    state = next(iter(found)) if len(found) == 1 else None
    return " ".join(state or ())


def _gathered(groups: Mapping[str, list[Link]]) -> dict[str, list[Link]]:
    """Sources of which nothing is told ("sources say") may be any without a name: those on which most reports rest.

    So may those of which only the outlet is told, if one outlet has such, be those whom reports that nobody cites
    describe: the outlet's own report among them, perhaps.
    """
    vague = {key: group for key, group in groups.items() if any(is_vague(link.end) for link in group)}
    anybody = {key for key, group in vague.items() if all(is_anybody(link.end) for link in group)}
    kept = _into(groups, anybody, vague.keys() - anybody or anybody)
    bare = {key for key in vague.keys() - anybody if all(is_bare(link.end.name) for link in vague[key])}
    own = {key for key in vague.keys() - anybody - bare if all(is_uncited(link.end) for link in vague[key])}
    return _into(kept, bare, own) if len(bare) == 1 else kept


def _into(groups: Mapping[str, list[Link]], some: AbstractSet[str], others: AbstractSet[str]) -> dict[str, list[Link]]:
    """With some groups (keys) in that of the others on which most reports rest."""
    if not others:
        return dict(groups)
    first = min(_reach((key, groups[key])) for key in others)[-1]
    moved = sorted(some - {first})
    return {key: group for key, group in groups.items() if key not in moved} | {
        first: [*groups[first], *(link for key in moved for link in groups[key])]
    }


def _reach(item: tuple[str, Sequence[Link]]) -> tuple[int, str]:
    key, group = item
    return -len({link.statement.span.article for link in group}), key


def _end(key: str, group: Sequence[Link]) -> End:
    """The longest description tells most; the longest chain shows the relays that a shorter one leaves out.

    Relays that only few of the reports name are not laid at the door of all.
    """
    naming: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for link in group:
        naming[link.via].add(link.statement.span.article)
    enough = len({article for named in naming.values() for article in named}) * _FEW
    counts = Counter(link.end.kind for link in group)
    usual = max(counts, key=lambda kind: (counts[kind], kind))
    ends = [link.end for link in group if link.end.kind == usual]
    told = [end.name for end in ends if not is_bare(end.name)] or [end.name for end in ends]
    return End(
        key=key,
        name=max(told, key=lambda name: (len(name), name)),
        kind=ends[0].kind,
        articles=tuple(dict.fromkeys(link.statement.span.article for link in group)),
        via=max(
            (via for via, named in naming.items() if len(named) >= enough), key=lambda via: (len(via), via), default=()
        ),
        spans=tuple(dict.fromkeys(link.statement.span for link in group)),
        said=tuple(dict.fromkeys(link.statement.span for link in group if link.speaks)),
    )


def sharing(reuse: Iterable[Reuse]) -> dict[str, set[str]]:
    """For each report those with which it shares running text (ids)."""
    found: dict[str, set[str]] = defaultdict(set)
    for shared in reuse:
        first, second = shared.articles
        found[first].add(second)
        found[second].add(first)
    return found


def own_voices(voiced: Sequence[Statement], story: Story, shared: Mapping[str, set[str]]) -> list[End]:
    """One end for each report that states something in its own voice; reports that share running text are one.

    `shared` names for each report those with which it shares text.
    """
    head = _heads(sorted({statement.span.article for statement in voiced}), shared)
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in voiced:
        groups[head[statement.span.article]].append(statement)
    return [_voice(story.article(key), group) for key, group in sorted(groups.items())]


def _heads(articles: Sequence[str], shared: Mapping[str, set[str]]) -> dict[str, str]:
    """For each report, in order, the first of those with which it shares text, directly or through others."""
    among, head = set(articles), dict[str, str]()
    for first in articles:
        reached = [] if first in head else [first]
        while reached:
            article = reached.pop()
            if article not in head:
                head[article] = first
                reached += shared.get(article, set()) & among
    return head


def _voice(article: Article, group: Sequence[Statement]) -> End:
    articles = tuple(dict.fromkeys(statement.span.article for statement in group))
    spans = tuple(statement.span for statement in group)
    return End(key=VOICE + article.id, name=called(article), kind="outlet", articles=articles, via=(), spans=spans)


def called(article: Article) -> str:
    """How a report is called: by its outlet, else its file's name, else its id."""
    return article.outlet or (article.file or article.id).replace("\\", "/").rpartition("/")[2]
