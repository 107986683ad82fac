"""Links that lead to one end become one; reports that share their text become one voice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from twosource.text.chains.ends import VAGUE, VOICE, End, Link, Source
from twosource.text.chains.namesakes import may_be_one
from twosource.types.article import Article
from twosource.types.claim import Statement
from twosource.types.comparison import Reuse
from twosource.types.story import Story

# rapidfuzz's token set ratio (0-100) from which two descriptions may be of one group of people: "people familiar with
# the matter" and "people familiar with the talks" are.
_ALIKE = 80
# The share of the reports behind an end that have to name its relays.
_FEW = 0.2


def merged(links: Sequence[Link]) -> list[End]:
    """One end for each source, those on which most reports rest first."""
    groups: dict[str, list[Link]] = defaultdict(list)
    same = _joined(sorted({link.end for link in links}, key=lambda end: (end.key, end.name)))
    for link in links:
        groups[same[link.end.key]].append(link)
    return [_end(key, group) for key, group in sorted(groups.items(), key=_reach)]


def _joined(ends: Sequence[Source]) -> dict[str, str]:
    """For each key the one that stands for it: that of the first end that may be the same, directly or through others.

    So are sources that two outlets describe in the same words, and people whose names may be two spellings of one.
    """
    heads = {end.key: end.key for end in ends}
    for number, end in enumerate(ends):
        for other in ends[:number]:
            if heads[other.key] != heads[end.key] and _may_be_one(end, other):
                kept, gone = sorted((heads[other.key], heads[end.key]))
                heads = {key: kept if head == gone else head for key, head in heads.items()}
    return heads


def _may_be_one(one: Source, other: Source) -> bool:
    if one.kind == other.kind == "person":
        return may_be_one(one.name, other.name)
    return one.key.startswith(VAGUE) and other.key.startswith(VAGUE) and _sounds_alike(one.name, other.name)


def _sounds_alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(*(name.casefold().replace("’", "'") for name in (one, other))) >= _ALIKE


def _reach(item: tuple[str, list[Link]]) -> tuple[int, str]:
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
    return End(
        key=key,
        name=max((link.end.name for link in group), key=lambda name: (len(name), name)),
        kind=group[0].end.kind,
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
