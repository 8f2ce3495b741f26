"""Where many conversations begin."""

from __future__ import annotations

from datetime import date

import pytest

from tests.beginnings import played
from tests.cast import Cast
from tests.quarter import CALIBRATION, RATING, moves_to, proposes, rates


@pytest.fixture
def opened(cast: Cast) -> Cast:
    """August 2026: a quarter runs, so that there is a scheme."""
    moves_to(cast, date(2026, 8, 12))
    return cast


@pytest.fixture
@played
async def rated(cast: Cast) -> Cast:
    """October 2026: Budi rated Sari with the highest level."""
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 5)
    return cast


@pytest.fixture
@played
async def nominee(rated: Cast) -> Cast:
    """A week later Wayan proposed Sari for the award."""
    moves_to(rated, CALIBRATION)
    await proposes(rated.wayan, "1. Sari")
    return rated
