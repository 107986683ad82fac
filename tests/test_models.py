import math
import shutil
from array import array
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import twosource
from conftest import ROOT
from twosource.errors import ModelError
from twosource.models import reader
from twosource.models.opinion import Opinion
from twosource.models.pieces import pieces
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft

SHIPPED = Path(reader.__file__).parent / "attribution"
SENTENCE = "The port will close in {month}, said Ana Brodie, who runs the harbour of Ferrol.\n"


@pytest.fixture(name="copied")
def _copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


@pytest.mark.parametrize("name", ["model.onnx", "opinion.onnx", "tokenizer.json"])
def test_a_changed_file_is_refused(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ModelError, match=f"{name} is not the file that came with the program"):
        reader.load(copied)


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "model.onnx").unlink()
    with pytest.raises(ModelError, match=r"model\.onnx cannot be read"):
        reader.load(copied)


def test_a_broken_list_of_digests_is_named(copied: Path) -> None:
    (copied / "model.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.json does not state"):
        reader.load(copied)


def test_a_broken_model_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> reader.Reading:
        message = "changed"
        raise ModelError(message)

    monkeypatch.setattr("twosource.detect.citations.marked.read", broken)
    articles = articles_of([Draft(file="a.txt", text=SENTENCE.format(month="May"))])
    with pytest.raises(ModelError):
        twosource.investigate(articles)


def test_a_dossier_names_the_model_that_made_it() -> None:
    articles = articles_of([Draft(file="a.txt", text=SENTENCE.format(month="May"))])
    assert twosource.investigate(articles).made_by["attribution"].startswith("sha256:")


def test_the_head_for_opinion_changes_no_other_score() -> None:
    whole, head = ((SHIPPED / name).read_bytes() for name in ("model.onnx", "opinion.onnx"))
    found = pieces(SENTENCE.format(month="May"), reader.shipped().tokenizer)
    ids, shapes = np.array([found.ids], np.int64), np.array([found.shapes], np.int64)
    plain, judging = (reader.encoder_of(content)(ids, np.ones_like(ids), shapes) for content in (whole, whole + head))
    assert [one.tobytes() for one in plain] == [one.tobytes() for one in judging[:-1]]
    assert judging[-1].shape == (1, len(found.ids), 1)


def test_the_odds_of_a_place_are_the_mean_of_its_pieces() -> None:
    opinion = Opinion(array("l", [0, 4, 9]), array("d", [1.0, 2.0, -6.0]))
    assert (opinion.of(0, 9), opinion.of(4, 5), opinion.of(0, 20)) == (1.5, 2.0, -1.0)
    assert opinion.of(1, 4) == -math.inf


def test_nothing_is_lost_or_doubled_at_the_seams_of_a_long_text() -> None:
    texts = [article.text for article in twosource.read([ROOT / "examples"])]
    alone, shift = set(), 0
    for text in texts * 3:
        alone |= {one.cue[0] + shift for one in reader.read(text).linked}
        shift += len(text)
    found = reader.read("".join(texts * 3)).linked
    assert all(one.cue[1] <= other.cue[0] for one, other in pairwise(found))
    shared = alone & {one.cue[0] for one in found}
    # In a long text, a sentence near a seam has other neighbours: what the model is unsure of may change, no more.
    assert len(shared) >= 0.9 * max(len(alone), len(found))


@pytest.mark.parametrize("text", ["", " \n", "\ud800", "\u202e\u200b", "9" * 5000, "said " * 3000, "A" * 3000])
def test_odd_texts_are_read(text: str) -> None:
    found = reader.read(text.replace("\ud800", "\ufffd"))
    assert all(0 <= one.cue[0] < one.cue[1] <= len(text) for one in found.linked)


def test_reading_twice_gives_the_same() -> None:
    text = SENTENCE.format(month="May") * 3
    assert reader.read.__wrapped__(text) == reader.read.__wrapped__(text)
