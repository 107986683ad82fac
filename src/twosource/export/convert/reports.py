"""Reports, what was not read, and what made the dossier."""

from twosource.export.convert.values import day, when
from twosource.export.document import ArticleRecord, BlockRecord, MakerRecord, ModelRecord, UnreadRecord
from twosource.types.article import Article
from twosource.types.dossier import Dossier
from twosource.types.figure import Publication
from twosource.types.moment import Moment


def articles(dossier: Dossier) -> list[ArticleRecord]:
    """The reports, each with its day of publication: stated, or inferred by a detector."""
    inferred = {publication.article: publication.moment for publication in dossier.of(Publication)}
    repeats = {copy.article: copy.original for copy in dossier.story.copies}
    return [
        _article(article, inferred.get(article.id, article.published), repeats.get(article.id))
        for article in dossier.articles
    ]


def _article(article: Article, published: Moment, repeats: str | None) -> ArticleRecord:
    return ArticleRecord(
        id=article.id,
        file=article.file,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        authors=list(article.authors),
        language=article.language,
        published=when(published),
        text=article.text,
        blocks=[BlockRecord(kind=b.kind, language=b.language, start=b.start, end=b.end) for b in article.blocks],
        skipped=article.skipped,
        repeats=repeats,
    )


def unread(dossier: Dossier) -> list[UnreadRecord]:
    """What gave no report, and where a detector gave up."""
    files = {article.id: article.file or article.id for article in dossier.articles}
    unread = [UnreadRecord(file=item.file, reason=item.reason) for item in dossier.unread]
    for failure in dossier.failures:
        where = "the whole story" if failure.article is None else files[failure.article]
        unread.append(UnreadRecord(file=where, reason=f"detector {failure.detector} gave up: {failure.reason}"))
    return unread


def maker(dossier: Dossier) -> MakerRecord:
    """What made the dossier, and with which settings."""
    settings = {"as_of": day(dossier.story.as_of)}
    models = [ModelRecord(name=name, digest=made) for name, made in dossier.made_by.items() if name != "twosource"]
    return MakerRecord(twosource=dossier.made_by.get("twosource", ""), models=models, settings=settings)
