"""Unrelated stories in one folder are told apart, and each is investigated by itself."""

import pytest

import twosource
from conftest import ROOT
from twosource.text.strands import strands
from twosource.types.claim import Claim
from twosource.types.dossier import Dossier
from twosource.types.party import Party

EXAMPLES = [ROOT / "examples" / name for name in ("harbour-tunnel", "pear-frost")]


@pytest.fixture(scope="module")
def together() -> Dossier:
    """Both examples, read as one folder."""
    return twosource.investigate(twosource.read(EXAMPLES))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_one_story_has_no_strands(folder: object) -> None:
    assert strands(twosource.read([str(folder)])) == ()


def test_two_stories_have_two(together: Dossier) -> None:
    alone = {tuple(article.id for article in twosource.read([folder])) for folder in EXAMPLES}
    assert set(together.story.strands) == alone


def test_each_keeps_its_own_claims(together: Dossier) -> None:
    alone = [claim for folder in EXAMPLES for claim in twosource.investigate(twosource.read([folder])).of(Claim)]
    assert sorted(claim.id for claim in together.of(Claim)) == sorted(claim.id for claim in alone)


def test_parties_are_listed_once(together: Dossier) -> None:
    ids = [party.id for party in together.of(Party)]
    assert len(ids) == len(set(ids))


def test_the_summary_says_so_first(together: Dossier) -> None:
    assert "2 unrelated stories" in together.to_markdown()
    assert '"strands":[[' in together.to_json().replace(" ", "").replace("\n", "")
