"""The dossier page in a browser: its size, the time to its first paint, and how long a chosen line takes to answer.

Takes files that `twosource read --json` wrote, so that the same stories can be measured before and after a change.
"""

import argparse
import json
import re
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import msgspec
from playwright.sync_api import Browser, sync_playwright

from twosource.export.document import Document
from twosource.export.html import render

_QUOTED = re.compile(r"<q dir=auto>.*?</q>|<blockquote dir=auto>.*?</blockquote>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_RUNS = 5
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# From the click to the frame after the one that shows its words, in ms, for lines all over the page.
_CLICKS = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const links = [...document.querySelectorAll("main a[href^='#r']")].filter((one) => one.checkVisibility());
  const took = [];
  for (let at = 0; at < links.length; at += Math.ceil(links.length / 40)) {
    links[at].scrollIntoView();
    await frame();
    const start = performance.now();
    links[at].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    document.querySelector(".reader mark.now")?.getBoundingClientRect();
    await frame();
    took.push(performance.now() - start);
  }
  return took;
}"""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def measured(browser: Browser, document: Document, file: Path) -> dict[str, float]:
    """Kilobytes of the page, milliseconds of the median run, and elements."""
    started = process_time()
    page = render(document)
    made = process_time() - started
    file.write_text(page, encoding="utf-8")
    size, own = len(page.encode()), sum(len(article.text.encode()) for article in document.articles)
    quoted = sum(len(_TAG.sub("", found).encode()) for found in _QUOTED.findall(page))
    paints, clicks = [], []
    for _ in range(_RUNS):
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(file.as_uri())
        tab.wait_for_function(_PAINT)
        paints.append(tab.evaluate(_PAINT))
        clicks += tab.evaluate(_CLICKS)
        elements = tab.evaluate("() => document.querySelectorAll('*').length")
        tab.close()
    return {
        "reports": len(document.articles),
        "made_s": round(made, 2),
        "page_kb": round(size / 1000),
        "beside_texts_kb": round((size - own) / 1000),
        "beside_texts_and_quotations_kb": round((size - own - quoted) / 1000),
        "elements": elements,
        "first_paint_ms": round(median(paints)),
        "line_opens_ms": round(median(clicks)),
        "line_opens_ms_worst_of_20": round(sorted(clicks)[int(len(clicks) * 0.95)]),
    }


def main() -> None:
    """Prints a line for each dossier; with `--write`, keeps them in page.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossiers", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found = []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=_FLAGS)
        for file in given.dossiers:
            document = msgspec.json.decode(file.read_bytes(), type=Document)
            found.append(measured(browser, document, Path(folder) / "page.html"))
            print(found[-1], flush=True)
        browser.close()
    if given.write:
        text = json.dumps(found, indent=2) + "\n"
        Path(__file__).with_suffix(".json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
