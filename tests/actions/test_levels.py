"""What a decision finds and changes where calibration has put a level in everybody's place."""

from __future__ import annotations

from bot.actions.levels import Basis
from bot.rules.schemes import Source
from bot.rules.scoring import Mark

MARKS = {
    "inovasi": [Mark(Source.SUPERIOR, 5, 50), Mark(Source.SUPERIOR, 4, 42), Mark(Source.TEAM, 2)],
    "kolaborasi": [Mark(Source.PEERS, 4)],
    "produktivitas": [Mark(Source.SUPERIOR, 4, 50)],
}


def test_calibration_stands_before_what_anybody_gave() -> None:
    assert Basis(MARKS).given() == {"inovasi": 4, "produktivitas": 4}
    calibrated = Basis(MARKS, {"inovasi": 3, "kolaborasi": 2})
    assert calibrated.given() == {"inovasi": 3, "kolaborasi": 2, "produktivitas": 4}


def test_a_decision_takes_the_place_of_calibration_and_leaves_the_rest() -> None:
    decided = Basis(MARKS, {"inovasi": 3}).decided({"inovasi": 4, "produktivitas": 5})
    assert decided.given() == {"inovasi": 4, "produktivitas": 5}
    assert decided.calibrated == {"inovasi": 4}
    assert decided.marks["inovasi"] == MARKS["inovasi"]
    assert decided.marks["produktivitas"] == [Mark(Source.SUPERIOR, 5, 50)]
