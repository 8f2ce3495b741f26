"""Whatever an office does, and whenever its bot dies: the model, written apart, agrees.

`make test` plays a few histories; `make crash` ten thousand.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.crash.histories.model import History
from tests.crash.histories.office import AFTER, BEFORE, STALE, WHOLE
from tests.crash.life import FULL

pytestmark = [pytest.mark.crash, pytest.mark.timeout(12 * 3600)]

History.TestCase.settings = settings(
    max_examples=10_000 if FULL else 12,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestHistories = History.TestCase


def test_a_history_from_the_draft_to_the_award_meets_every_rule() -> None:
    """So that the random ones cannot agree with the model by doing nothing."""
    one = History()
    one.open()
    try:
        for fate in (BEFORE, AFTER):
            one.drafts("sari")
            one.submits("sari", fate)
            one.withdraws("sari", fate)
            one.submits("sari", STALE)
            one.decides("sari", "sari", "approve", fate)
            one.decides("sari", "budi", "approve", fate)
        one.time_passes(9)
        one.appraises("sari", "budi", [5, 4, 5, 4, 5, 5, 4, 5, 5, 4, 5], BEFORE)
        one.time_passes(7)
        one.proposes("sari", "wayan", AFTER)
        one.loses_roles("kepala", back=False)
        one.gives("kepala", WHOLE)
        assert one.given == 0
        one.loses_roles("kepala", back=True)
        one.gives("kepala", BEFORE)
        one.the_model_agrees()
        one.the_audit_trail_is_whole()
        assert (one.decided, one.proposed, one.given, len(one.totals)) == (2, 1, 1, 1)
    finally:
        one.teardown()
