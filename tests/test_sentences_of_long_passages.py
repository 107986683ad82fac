"""Passages without paragraphs: no sentence is cut where its neighbours end plainly."""

from twosource.text.sentences import sentence_bounds


def test_a_long_passage_has_the_sentences_of_its_parts() -> None:
    sentence = "The port of Veldhaven has closed, the owners said on Monday."
    passage = " ".join([sentence] * 1000)
    assert {passage[start:end] for start, end in sentence_bounds(passage)} == {sentence}
    assert len(sentence_bounds(passage)) == 1000


def test_a_passage_of_marks_takes_no_time() -> None:
    assert sentence_bounds("“" * 100_000)
