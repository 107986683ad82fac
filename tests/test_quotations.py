import time

import pytest

from twosource.text.quotations import quotations


def quoted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A b,” he said. “C d.”", ["A b,", "C d."]),
        ('"A b," he said. "C \'inner\' d."', ["A b,", "C 'inner' d.", "inner"]),
        ("''totally'' and \"odd''", ["totally", "odd"]),
        ("«Oui», dit-il", ["Oui"]),
        ("„Ja“, sagte er", ["Ja"]),
        ("”Wrong way,” he said", ["Wrong way,"]),
        ("'I won't,' he said", ["I won't,"]),
        ("‘The workers’ pay isn’t “good” enough.’", ["The workers’ pay isn’t “good” enough.", "good"]),
        ("the '90s and rock 'n' roll", []),
        ('a 6\'2" wall and a 5" screen', []),
        ("O'Neil's 'big' idea", ["big"]),
        ("“multi par, only open", ["multi par, only open"]),
        ("We will win,” he said.", ["We will win,"]),
        ("“A b c. “D e f,” he said.", ["D e f,"]),
        ("“» massive”", ["» massive"]),
        ('a " alone', []),
        ("“”", []),
        ("", []),
    ],
)
def test_marks_of_all_styles(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_running_quotation_is_told_from_a_closed_one() -> None:
    (running,) = quotations("“We begin.")
    assert (running.opened, running.closed) == (True, False)
    (stray,) = quotations("We end,” he said.")
    assert (stray.opened, stray.closed) == (False, True)


def test_a_passage_within_a_text_keeps_its_offsets() -> None:
    text = "No. “Yes,” he said. “No.”"
    assert [(one.start, one.end) for one in quotations(text, 4, 19)] == [(5, 9)]


@pytest.mark.parametrize("piece", ['"a ', "'a ", "“a ", "a” ", "'a\" ", "a 's' “"])
def test_unbalanced_marks_take_linear_time(piece: str) -> None:
    begin = time.perf_counter()
    quotations(piece * 50_000)
    assert time.perf_counter() - begin < 20
