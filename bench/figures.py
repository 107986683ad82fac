"""Times the figures and the times of a report, on reports of about 700 words put together from the examples."""

import random
from pathlib import Path
from time import process_time

from twosource.detect.figures import figures
from twosource.detect.times import times
from twosource.readers import read
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.lexemes import lexemes
from twosource.types.article import Article

STORY = Path(__file__).parents[1] / "examples" / "harbour-tunnel"
REPORTS, WORDS, ROUNDS = 60, 700, 7


def made() -> list[Article]:
    """Reports of paragraphs drawn from the example's, the same ones each time."""
    paragraphs = [a.text[b.start : b.end] for a in read([STORY]).articles for b in a.passages("body")]
    drawn = random.Random(7)  # noqa: S311  # a fixed choice, no secret
    texts = []
    for number in range(REPORTS):
        parts = [f"Notes of the day, number {number}"]
        while sum(len(part.split()) for part in parts) < WORDS:
            parts.append(drawn.choice(paragraphs))
        texts.append("\n\n".join(parts))
    return list(articles_of([Draft(file=f"{number}.txt", text=text) for number, text in enumerate(texts)]))


def seconds(articles: list[Article]) -> float:
    """Processor seconds for all of them, from the text on: no passage has been cut into words before."""
    lexemes.cache_clear()
    started = process_time()
    for article in articles:
        list(figures(article, list(times(article))))
    return process_time() - started


def main() -> None:
    """Prints the milliseconds for 700 words, the best and the middle one of some rounds."""
    articles = made()
    words = sum(len(article.text.split()) for article in articles)
    took = sorted(seconds(articles) * 1000 * WORDS / words for _ in range(ROUNDS))
    best, middle = took[0], took[ROUNDS // 2]
    print(f"{words // len(articles)} words each; ms per {WORDS} words: best {best:.1f}, middle {middle:.1f}")


if __name__ == "__main__":
    main()
