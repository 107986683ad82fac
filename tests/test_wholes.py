"""Whole stories: every span re-reads, the order of the input changes nothing, and neither does an unrelated report."""

import json
import random
import shutil
from pathlib import Path

import jsonschema
import pytest

import twosource
from conftest import ROOT, SHARED
from twosource.export.json import schema

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
STORIES = [SHARED / "seeds", *(SHARED / "stories" / name / "reports" for name in ("ibm-layoffs", "rosenstein-wire"))]


def folders() -> list[object]:
    found: list[object] = [pytest.param(folder, id=folder.name) for folder in EXAMPLES]
    missing = pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation data is not beside this checkout")
    return found + [pytest.param(folder, id="/".join(folder.parts[-2:]), marks=missing) for folder in STORIES]


def spans(thing: object) -> list[dict[str, object]]:
    """Every span of a document, wherever it stands."""
    if isinstance(thing, dict):
        if thing.keys() == {"article", "start", "end", "exact"}:
            return [thing]
        return [span for part in thing.values() for span in spans(part)]
    return [span for part in thing for span in spans(part)] if isinstance(thing, list) else []


@pytest.mark.parametrize("folder", folders())
def test_every_span_re_reads_and_the_schema_holds(folder: Path) -> None:
    dossier = twosource.investigate(twosource.read([folder]))
    assert dossier.failures == ()
    document = json.loads(dossier.to_json())
    jsonschema.Draft202012Validator(schema()).validate(document)
    texts = {article["id"]: article["text"] for article in document["articles"]}
    found = spans(document)
    assert found
    assert [s for s in found if texts[s["article"]][s["start"] : s["end"]] != s["exact"] or not s["exact"]] == []
    bounds = [claim["independent_origins"] for claim in document["claims"]]
    assert [one for one in bounds if not 1 <= one["low"] <= one["high"]] == []


@pytest.mark.parametrize("folder", folders())
def test_references_lead_somewhere(folder: Path) -> None:
    document = json.loads(twosource.investigate(twosource.read([folder])).to_json())
    known = {
        item["id"] for section in document.values() if isinstance(section, list) for item in section if "id" in item
    }
    ids = [item["id"] for section in document.values() if isinstance(section, list) for item in section if "id" in item]
    assert len(ids) == len(known), "an id is used twice"
    said = [value for item in document["attributions"] for value in [item["speaker"], item["inside"], *item["via"]]]
    said += [value for item in document["stances"] for value in (item["party"], item["claim"])]
    said += [value for item in document["quotes"] for value in [item["speaker"], *item["attributions"]]]
    said += [statement["attribution"] for item in document["claims"] for statement in item["statements"]]
    said += [value for item in document["coverage"] for value in (item["claim"], item["article"])]
    assert {value for value in said if value is not None} <= known


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_two_runs_and_any_order_give_the_same_bytes(folder: Path) -> None:
    files = sorted(folder.iterdir())
    first = twosource.investigate(twosource.read(files)).to_json()
    random.Random(7).shuffle(files)  # noqa: S311  # an order, no secret
    assert twosource.investigate(twosource.read(files)).to_json() == first


def test_an_unrelated_report_changes_no_finding_of_the_others(tmp_path: Path) -> None:
    tunnel, stranger = EXAMPLES[0], next(iter(sorted(EXAMPLES[1].iterdir())))
    shutil.copy(stranger, tmp_path)
    alone = json.loads(twosource.investigate(twosource.read([tunnel])).to_json())
    mixed = json.loads(twosource.investigate(twosource.read([tunnel, tmp_path])).to_json())
    own = {article["id"] for article in alone["articles"]}
    for section in ("attributions", "quantities", "times", "notices", "wording", "predictions", "quotes"):
        before, after = ({item["id"]: item for item in document[section]} for document in (alone, mixed))
        assert before == {key: item for key, item in after.items() if {s["article"] for s in spans(item)} <= own}
    dates = [{a["id"]: a["published"] for a in document["articles"] if a["id"] in own} for document in (alone, mixed)]
    assert dates[0] == dates[1]


def test_pandas_gives_one_table_a_section() -> None:
    tables = twosource.investigate(twosource.read([EXAMPLES[0]])).to_pandas()
    assert {"claims", "attributions", "articles"} <= tables.keys()
    assert len(tables["articles"]) == len(list(EXAMPLES[0].iterdir()))


def test_a_notebook_gets_the_page_in_a_frame() -> None:
    frame = twosource.investigate(twosource.read([EXAMPLES[0]]))._repr_html_()  # the notebook's protocol
    assert frame.startswith("<iframe srcdoc=")
    assert "<script" not in frame.partition(">")[0]
