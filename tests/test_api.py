"""The public names: all are there, and importing them costs little."""

import subprocess
import sys

import pytest

import twosource


@pytest.mark.parametrize("name", twosource.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(twosource, name) is not None


def test_no_other_name_is() -> None:
    with pytest.raises(AttributeError, match="no attribute 'rede'"):
        _ = twosource.rede


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, twosource, twosource.cli.main; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603  # own code
    heavy = {"lxml", "numpy", "py3langid", "jinja2", "msgspec", "rich", "rapidfuzz", "sentencex", "pandas"}
    assert heavy.isdisjoint(loaded)
