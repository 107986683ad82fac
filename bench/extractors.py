"""The story on a page, beside other extractors: those that are installed, in one run over the same pages.

They are no dependencies of this program. Put them in an environment of their own and run this there:

    python -m venv peers && peers/bin/pip install . trafilatura readability-lxml html-text newspaper4k resiliparse
    peers/bin/python bench/extractors.py
"""

import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "gate"))

from pages import figures, main_text, pages, shown

Extract = Callable[[bytes], str]


def _trafilatura(**options: bool) -> Extract:
    import trafilatura

    return lambda page: trafilatura.extract(page.decode("utf-8", "replace"), include_comments=False, **options) or ""


def _readability() -> Extract:
    import html_text
    import readability

    return lambda page: html_text.extract_text(readability.Document(page.decode("utf-8", "replace")).summary())


def _newspaper() -> Extract:
    import newspaper

    def extract(page: bytes) -> str:
        article = newspaper.Article("http://page.example/", fetch_images=False)
        try:
            article.download(input_html=page.decode("utf-8", "replace"))
            article.parse()
        except (newspaper.ArticleException, ImportError, ValueError, AttributeError):
            return ""
        return str(article.text)

    return extract


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page.decode("utf-8", "replace"), main_content=True, alt_texts=False)


EXTRACTORS: dict[str, tuple[str, Callable[[], Extract]]] = {
    "twosource": ("twosource", lambda: main_text),
    "trafilatura": ("trafilatura", _trafilatura),
    "trafilatura, fast": ("trafilatura", lambda: _trafilatura(fast=True)),
    "trafilatura, precision": ("trafilatura", lambda: _trafilatura(favor_precision=True)),
    "readability-lxml, html-text": ("readability-lxml", _readability),
    "newspaper4k": ("newspaper4k", _newspaper),
    "resiliparse": ("resiliparse", _resiliparse),
}


def main() -> None:
    """A line for each extractor that is installed: version, F1 of each half, pages a second of processor time."""
    shared = Path(__file__).parents[2] / "shared"
    for name, (package, made) in EXTRACTORS.items():
        try:
            number, extract = version(package), made()
        except (PackageNotFoundError, ImportError) as error:
            print(f"{name}: not installed ({error})")
            continue
        started = process_time()
        halves = {half: shown(figures(pages(shared, measured=half), extract)) for half in (False, True)}
        speed = sum(1 for half in halves for _ in pages(shared, measured=half)) / (process_time() - started)
        print(f"{name} {number}: developed {halves[False]}, measured {halves[True]}, {speed:.0f} pages/s", flush=True)


if __name__ == "__main__":
    main()
