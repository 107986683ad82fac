import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import tokenizers

from conftest import ROOT

if TYPE_CHECKING:
    from tokenizers import Tokenizer

sys.path.insert(0, str(ROOT / "training"))

from attribution import batches, compose, names, polnear, relays, scores
from attribution.arrays import COLUMNS, labelled, stacked, unstacked
from attribution.config import read_config
from attribution.documents import Attribution, Document
from attribution.targets import ANY_TAG, NO_BEGIN, UNLABELLED, allowed
from twosource.models import decode, pieces
from twosource.models.labels import LINK_SIZE, LINKS, MENTION_TAGS, ROLES
from twosource.models.links import linked
from twosource.models.reader import encoder_of

TEXT = 'The mayor denied it.\n“We never met,” Ana Brodie said, adding: "Ask the Ferrol Post."\n'


@pytest.fixture(name="tokenizer")
def _tokenizer() -> "Tokenizer":
    """Words are pieces, but that `ing` at their end is one of its own."""
    words = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "##ing": 3, **{letter: 10 + n for n, letter in enumerate("abcdef")}}
    model = tokenizers.models.WordPiece({**words, "add": 4, "said": 5, ",": 6}, unk_token="[UNK]")  # noqa: S106
    made = tokenizers.Tokenizer(model)
    made.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    pairs = [("[CLS]", 1), ("[SEP]", 2)]
    made.post_processor = tokenizers.processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=pairs)
    return made


def spans_of(text: str, *wanted: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(words), text.index(words) + len(words)) for words in wanted)


def test_pieces_keep_places_shapes_and_breaks(tokenizer: "Tokenizer") -> None:
    found = pieces.pieces(TEXT, tokenizer)
    words = [TEXT[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert words[:5] == ["The", "mayor", "denied", "it", "."]
    assert [words[n] for n, begins in enumerate(found.breaks) if begins > 1] == ["The", "“"]
    assert (found.breaks[0], max(found.breaks[1:])) == (3, 2)
    assert [word for word, head in zip(words, found.heads, strict=True) if not head] == ["ing"]
    quoted = [word for word, shape in zip(words, found.shapes, strict=True) if shape >= 16]
    assert quoted == ["“", "We", "never", "met", ",", "”", '"', "Ask", "the", "Ferrol", "Post", ".", '"']


@pytest.mark.parametrize("overlap", [0, 16])
def test_windows_cover_every_piece_and_overlap(overlap: int) -> None:
    breaks = [3 if n in {90, 290} else 2 if n in {70, 150} else 1 if n % 20 == 0 else 0 for n in range(700)]
    found = list(pieces.windows(breaks, size=100, overlap=overlap))
    assert found[0][0] == 0
    assert found[-1][1] == len(breaks)
    assert all(0 < end - start <= 100 for start, end in found)
    for (_, end), (start, _) in pairwise(found):
        assert start == end if breaks[end] > 1 else end - overlap <= start <= end - overlap // 2
        assert breaks[end] > 0
    assert [end for _, end in found[:2]] == [90, 150]


def test_a_window_without_any_break_still_ends() -> None:
    assert list(pieces.windows([0] * 300, size=100)) == [(0, 100), (100, 200), (200, 300)]


def test_labels_come_back_from_their_arrays(tokenizer: "Tokenizer") -> None:
    given = Attribution(
        source=spans_of(TEXT, "Ana Brodie"), cue=spans_of(TEXT, "said"), content=spans_of(TEXT, "“We never met,”")
    )
    found = labelled(Document(name="a", text=TEXT, attributions=(given,)), tokenizer)
    cut = pieces.pieces(TEXT, tokenizer)
    for role, wanted in (("source", given.source), ("cue", given.cue), ("content", given.content), ("inner", ())):
        column = found.table[:, COLUMNS.index(role)]
        certain = np.where(np.arange(3) == column[:, None], 9.0, 0.0).astype(np.float32)
        assert [(start, end) for start, end, _ in decode.spans(certain, cut)] == list(wanted)
    tags = dict(zip((TEXT[start:end] for start, end in found.table[:, 1:3]), found.table[:, -1].tolist(), strict=True))
    assert (tags["Ana"], tags["denied"]) == (ANY_TAG, NO_BEGIN)


def test_only_known_outlets_are_left_open_as_publications(tokenizer: "Tokenizer") -> None:
    found = labelled(Document(name="a", text=TEXT, outlets=frozenset({"Ferrol", "Post"})), tokenizer)
    tags = dict(zip((TEXT[start:end] for start, end in found.table[:, 1:3]), found.table[:, -1].tolist(), strict=True))
    publication = allowed(("publication",), begin=True)
    assert [bool(tags[word] & publication) for word in ("Ana", "Ferrol", "Post")] == [False, True, True]
    assert tags["Ana"] & allowed(("person",), begin=True)


def test_a_content_in_a_content_has_its_own_layer(tokenizer: "Tokenizer") -> None:
    text = "The Post said a and b said c."
    outer = Attribution(source=(), cue=spans_of(text, "said"), content=spans_of(text, "a and b said c"))
    inner = Attribution(source=spans_of(text, "b"), cue=((text.rindex("said"), 25),), content=spans_of(text, "c"))
    table = labelled(Document(name="a", text=text, attributions=(outer, inner)), tokenizer).table
    layers = {role: table[:, COLUMNS.index(role)].tolist() for role in ROLES}
    assert layers["content"] == [0, 0, 0, 1, 2, 2, 2, 2, 0]
    assert layers["inner"] == [0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert layers["cue"] == [0, 0, 1, 0, 0, 0, 1, 0, 0]


def test_sets_survive_being_stacked(tokenizer: "Tokenizer") -> None:
    made = [labelled(Document(name=text, text=text, complete_names=True), tokenizer) for text in ("a b", "c d e")]
    again = unstacked(stacked(made))
    assert [found.table.tolist() for found in again] == [found.table.tolist() for found in made]


def test_a_text_without_attributions_trains_no_role(tokenizer: "Tokenizer") -> None:
    table = labelled(Document(name="a", text="a b", complete_names=True), tokenizer).table
    assert set(table[:, COLUMNS.index("source")]) == {UNLABELLED}
    assert set(table[:, COLUMNS.index("tags")]) == {1}


def test_polnear_parts_are_joined_over_line_breaks_and_discussions_set_aside() -> None:
    text = "Ana said a\nb. Odd."
    lines = ["T1\tSource 0 3\tAna", "T2\tCue 4 8\tsaid", "T3\tContent 9 10;11 12\ta", "b", "T4\tDiscuss 14 17\tOdd"]
    annotations = "\n".join([*lines, "T5\tAttribution 4 8\tsaid", "E1\tAttribution:T5 Source:T1 Cue:T2 Content:T3"])
    found = polnear.annotated(annotations, text, "x")
    assert found.attributions == (Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 12),)),)
    assert found.unsure == ((14, 17),)


def test_relays_take_the_quotation_marks_in() -> None:
    assert relays.quoted((1, 3), "“ab” c") == (0, 4)
    assert relays.quoted((1, 3), "“ab,” c") == (0, 5)
    assert relays.quoted((1, 3), "“ab, c”") == (1, 3)


def test_relays_take_the_introducing_word_in() -> None:
    assert relays.introduced((13, 14), "He said that b") == (8, 14)
    assert relays.introduced((8, 9), "He says b") == (8, 9)


def test_names_become_running_text_with_the_kinds_left_open() -> None:
    words = [("Ferrol", "B-ORG"), ("Post", "I-ORG"), ("'s", "O"), ("Ana", "B-PER"), (".", "O")]
    text, found = names.sentence(words, names.kinds_of("uner"))
    assert text == "Ferrol Post's Ana."
    assert [(text[m.start : m.end], m.kinds) for m in found] == [
        ("Ferrol Post", ("publication",)),
        ("Ana", ("person",)),
    ]


def test_a_composed_relay_holds_the_sentence_as_its_content() -> None:
    text = "Before that.\nThe board said it will meet again soon. Nothing else.\n"
    flat = Attribution(
        source=spans_of(text, "The board"),
        cue=spans_of(text, "said"),
        content=spans_of(text, "it will meet again soon"),
    )
    document = Document(name="a", text=text, attributions=(flat,))
    made = list(compose.compositions([document] * 12, seed=1, per_document=1))
    assert len({found.text for found in made}) > 6
    for found in made:
        inner, outer = (found.attributions or ())[0], (found.attributions or ())[-1]
        assert found.text[slice(*inner.cue[0])] == "said"
        content = found.text[slice(*outer.content[0])].lower()
        assert content.removeprefix("that ") == "the board said it will meet again soon"
        assert content.startswith("that ") is ("that the board" in found.text.lower())
        assert found.text.endswith(" Nothing else.\n")
        assert found.text.startswith("Before that.\n")


def test_the_best_path_never_enters_a_span_from_outside() -> None:
    scores_ = np.array([[0, 0, 9], [0, 0, 9], [9, 0, 0]], np.float32)
    assert decode.best_path(scores_, *decode._bio_moves(1)).tolist() == [1, 2, 0]  # noqa: SLF001 -- the moves are what is tested
    for seed in range(30):
        drawn = np.random.default_rng(seed).normal(size=(12, 3)).astype(np.float32)
        assert decode.best_bio(drawn).tolist() == decode.best_path(drawn, *decode._bio_moves(1)).tolist()  # noqa: SLF001


def test_f1_counts_exact_and_touching_spans() -> None:
    exact, touching = scores.Tally(), scores.Tally()
    for add, tally in ((scores.add_exact, exact), (scores.add_overlap, touching)):
        add(tally, [(0, 4), (6, 9)], [(0, 4), (8, 12), (20, 22)])
    assert (exact.right, exact.gold) == (1, 3)
    assert (touching.right, touching.found) == (2, 2)
    assert touching.f1() == pytest.approx(0.8)


def test_batches_pad_to_few_lengths_and_keep_links(tokenizer: "Tokenizer") -> None:
    given = Attribution(
        source=spans_of(TEXT, "Ana Brodie"), cue=spans_of(TEXT, "said"), content=spans_of(TEXT, "We never")
    )
    found = labelled(Document(name="a", text=TEXT, attributions=(given,)), tokenizer)
    whole = batches.Window(found, 0, len(found.table))
    batch = batches.batch_of([whole], batches.special_ids(tokenizer), np.random.default_rng(0))
    assert batch.ids.shape == (1, 64)
    assert batch.size == len(found.table) + 2
    row, piece = batch.cues[0]
    assert batch.ids[row, piece] == 5
    assert [int((batch.links[0, n] == 1).sum()) for n in range(len(LINKS))] == [2, 2]
    cut = batches.batch_of([batches.Window(found, 6, 14)], (1, 2), np.random.default_rng(0))
    assert len(cut.cues) == 0 or UNLABELLED in cut.links


def test_links_pick_the_source_and_the_content_of_a_cue(tokenizer: "Tokenizer") -> None:
    cut = pieces.pieces("a said b c d e f", tokenizer)
    length = len(cut.ids)
    roles = np.zeros((length, len(ROLES), 3), np.float32)
    roles[:, :, 0] = 1
    for role, places in (("source", [(0, 1)]), ("cue", [(1, 1)]), ("content", [(2, 1), (3, 2), (4, 2)])):
        for place, tag in places:
            roles[place, ROLES.index(role), tag] = 9
    links = np.zeros((length, 2 * len(LINKS), LINK_SIZE), np.float32)
    links[1, 0::2] = 1
    links[:, 1::2] = -1
    links[0, 1], links[2:5, 3] = 1, 1
    acts = np.zeros((length, 8), np.float32)
    acts[1, 1] = 5
    tags, opinion = np.zeros((length, MENTION_TAGS), np.float32), np.zeros((length, 1), np.float32)
    found = decode.TextScores(roles, acts, tags, [(0, length, links)], opinion)
    (one,) = linked(cut, found)
    assert (one.cue, one.source, one.content, one.act) == ((2, 6), (0, 1), ((7, 12),), "denies")
    assert 0.9 < one.sure < 1


def _small_encoder(folder: Path, tokenizer: "Tokenizer") -> Path:
    torch = pytest.importorskip("torch", reason="torch is for training only")
    transformers = pytest.importorskip("transformers", reason="transformers is for training only")
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    torch.manual_seed(0)
    transformers.BertModel(transformers.BertConfig(vocab_size=30, **sizes)).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def _small_corpus(folder: Path, tokenizer: "Tokenizer") -> batches.Corpus:
    given = Attribution(
        source=spans_of(TEXT, "Ana Brodie"), cue=spans_of(TEXT, "said"), content=spans_of(TEXT, "We never")
    )
    found = labelled(Document(name="a", text=TEXT, attributions=(given,)), tokenizer)
    np.savez(folder / "polnear.npz", **stacked([found] * 40))  # type: ignore[arg-type]  # numpy takes its names for options
    return batches.Corpus(folder, {"polnear": 1.0}, (1, 2), seed=3)


def test_a_run_goes_on_where_it_stopped(tmp_path: Path, tokenizer: "Tokenizer") -> None:
    encoder, corpus = _small_encoder(tmp_path / "encoder", tokenizer), _small_corpus(tmp_path, tokenizer)
    from attribution.run import Run  # noqa: PLC0415 -- needs torch

    def steps(folder: str, *stops: int) -> list[list[float]]:
        (tmp_path / folder).mkdir()
        for stop in stops:
            run = Run(read_config(), str(encoder), corpus, tmp_path / folder)
            run.go(tmp_path / folder / "log.jsonl", save_every=1, stop_at=stop)
        weights: list[list[float]] = run.average["roles.weight"].tolist()
        return weights

    whole = steps("whole", 6)
    assert whole == steps("parts", 3, 6)
    assert whole != steps("short", 2)


def test_what_is_exported_scores_as_what_was_trained(tmp_path: Path, tokenizer: "Tokenizer") -> None:
    encoder, corpus = _small_encoder(tmp_path / "encoder", tokenizer), _small_corpus(tmp_path, tokenizer)
    from attribution.encoders import torch_encoder  # noqa: PLC0415 -- needs torch
    from attribution.export import export  # noqa: PLC0415
    from attribution.run import Run  # noqa: PLC0415

    run = Run(read_config(), str(encoder), corpus, tmp_path)
    run.save("step-0")
    about = {"prepared": {"data": "d"}, "written": {"seed": 1}, "train": {"epochs": 1}, "versions": {"torch": "2"}}
    (tmp_path / "run.json").write_text(json.dumps(about))
    file = export(tmp_path / "step-0.safetensors", encoder, tmp_path / "model", "F1 0.5")
    trained, exported = torch_encoder(tmp_path / "step-0.safetensors", str(encoder)), encoder_of(file.read_bytes())
    cut = pieces.pieces(TEXT, tokenizer)
    one, other = (decode.scored(cut, run, (1, 2)) for run in (trained, exported))
    assert np.abs(one.roles - other.roles).max() < 0.1
    assert np.corrcoef(one.tags.ravel(), other.tags.ravel())[0, 1] > 0.98
    assert "F1 0.5" in (tmp_path / "model" / "card.md").read_text()
    assert json.loads((tmp_path / "model" / "model.json").read_text())["roles"] == list(ROLES)
