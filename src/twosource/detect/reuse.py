"""Reuse: running text that reports share."""

from collections import defaultdict
from collections.abc import Iterator

from twosource.text.copies import reused
from twosource.text.shared import Shared, Stretch, tokens
from twosource.types.comparison import Reuse
from twosource.types.story import Story

# From this share of the shorter report's words on, one report counts as a copy of the other; below it, the shared words
# are still shown, as a sign of one origin.
_COPY = 0.5


def reuse(story: Story) -> Iterator[Reuse]:
    """Running text that two reports share, word for word.

    Two reports that print the same sentences rest on one text, whatever they say of their sources. Stretches of at
    least twelve words count; letter case, quotation marks and blanks do not. A shared quotation alone is a shared
    origin, no copy. What it misses on purpose: rewrites in other words.
    """
    read = [article for article in story.articles if article.skipped is None]
    found: dict[tuple[str, str], list[Stretch]] = defaultdict(list)
    shared = Shared()
    for article in read:
        for stretch in shared.add(article):
            if story.original(stretch.first.article) != story.original(stretch.second.article):
                found[stretch.first.article, stretch.second.article].append(stretch)
    sizes = {article.id: len(tokens(article)) for article in read}
    parts = [copy for copy in story.copies if copy.article in sizes]
    yield from (reused(copy) for copy in parts)
    known = {copy.article for copy in parts}
    for (first, second), stretches in sorted(found.items()):
        words = sum(stretch.words for stretch in stretches)
        spans = tuple(span for stretch in stretches for span in (stretch.first, stretch.second))
        is_copy = words >= _COPY * min(sizes[first], sizes[second]) and known.isdisjoint((first, second))
        yield Reuse(kind="copied" if is_copy else "shared_origin", articles=(first, second), spans=spans)
