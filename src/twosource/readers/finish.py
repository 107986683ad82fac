"""Drafts to articles: ids, blocks, language, and whether there is a reason not to read one."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from twosource.lexicon import mapping
from twosource.readers.blocks import label
from twosource.readers.language import UNDETERMINED, is_plausibly_english, language_of
from twosource.readers.limits import too_long
from twosource.readers.masthead import Masthead, masthead_of
from twosource.readers.source import Draft
from twosource.types.article import Article, Block
from twosource.types.moment import UNKNOWN

READ = "en"
"""The language that the detectors know."""


def articles_of(drafts: Iterable[Draft]) -> tuple[Article, ...]:
    """The articles, ordered by id.

    An id depends on the text alone; of equal texts, later files get `-2`, `-3` and so on.
    """
    seen: Counter[str] = Counter()
    articles = []
    for draft in sorted(drafts, key=lambda draft: draft.file):
        name = "a" + sha256(draft.text.encode("utf-8", errors="replace")).hexdigest()[:8]
        seen[name] += 1
        articles.append(article_of(draft, name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(sorted(articles, key=lambda article: article.id))


def article_of(draft: Draft, name: str) -> Article:
    """The article of that id."""
    skipped = too_long(len(draft.text), draft.text.count("\n"))
    blocks = draft.blocks if draft.blocks or skipped else label(draft.text, draft.title)
    language = UNDETERMINED if skipped else _language(draft.text, blocks)
    stated = Masthead() if skipped else masthead_of(draft.text, blocks, from_page=bool(draft.runs))
    return Article(
        id=name,
        text=draft.text,
        file=draft.file,
        url=draft.url,
        outlet=draft.outlet or stated.outlet,
        title=draft.title or _headline(draft.text, blocks),
        authors=draft.authors or stated.authors,
        language=language,
        published=stated.published if draft.published == UNKNOWN else draft.published,
        blocks=blocks,
        skipped=skipped or _not_read(draft.text, language, blocks),
        runs=draft.runs,
    )


def _language(text: str, blocks: tuple[Block, ...]) -> str:
    """That of the body; a page in one language may have furniture in another."""
    body = "\n".join(text[block.start : block.end] for block in blocks if block.kind == "body")
    return language_of(body or text)


def _headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    return next((text[block.start : block.end] for block in blocks if block.kind == "headline"), None)


def _not_read(text: str, language: str, blocks: tuple[Block, ...]) -> str | None:
    if language == READ or (language == UNDETERMINED and is_plausibly_english(text)):
        return None
    if not any(block.kind == "body" for block in blocks):
        return "not read: no body text"
    if language == UNDETERMINED:
        return "not read: its language cannot be told"
    return f"not read: in {mapping('languages', 'names').get(language, language)} ({language})"
