"""Times the per-report stage that finds who says what, beside the bare encoder: see README.md beside this file."""

import json
import resource
import sys
from pathlib import Path
from time import process_time

import numpy as np

import twosource
from twosource.detect.citations import citations
from twosource.models.pieces import WINDOW, pieces
from twosource.models.reader import read, shipped
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.article import Article

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS, REPORTS, LONG = 700, 40, 15


def reports() -> list[Article]:
    """Reports of about 700 words each, of the paragraphs of the examples, each in an order of its own."""
    paragraphs = [
        one for article in twosource.read([EXAMPLES]) for one in article.text.split("\n") if len(one) > WORDS // 10
    ]
    drafts = []
    for number in range(REPORTS):
        text, place = "", number * 7
        while len(text.split()) < WORDS:
            text += paragraphs[place % len(paragraphs)] + "\n\n"
            place += 3
        drafts.append(Draft(file=f"{number:03}.txt", text=text))
    return list(articles_of(drafts))


def main() -> int:
    """Prints one JSON object."""
    start = process_time()
    model = shipped()
    loaded = process_time() - start
    articles = reports()
    bodies = ["\n".join(one.text[block.start : block.end] for block in one.passages("body")) for one in articles]
    total = sum(len(pieces(body, model.tokenizer).ids) for body in bodies)
    words = sum(len(body.split()) for body in bodies)
    window = [np.ones((1, WINDOW), np.int64) * 1000, np.ones((1, WINDOW), np.int64), np.ones((1, WINDOW), np.int64)]
    start = process_time()
    for _ in range(REPORTS):
        model.encoder(*window)
    bare = REPORTS * WINDOW / (process_time() - start)
    start = process_time()
    for article in articles:
        list(citations(article))
    stage = process_time() - start
    read.cache_clear()
    start = process_time()
    for body in bodies:
        read(body)
    reading = process_time() - start
    figures = {
        "model_start_s": round(loaded, 2),
        f"reports_of_{WORDS}_words_per_second_and_core": round(words / WORDS / stage, 1),
        "model_alone": round(words / WORDS / reading, 1),
        "encoder_tokens_per_second": round(bare),
        "stage_tokens_per_second": round(total / stage),
        "stage_over_bare_encoder": round(bare * stage / total, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
