"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

# No test is a stopwatch, and a run on a busy machine must draw the examples that a quiet one drew.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation data is not beside this checkout")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite cases and generated pages to what is found")


@pytest.fixture(name="update")
def _update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))
