"""The minute code of a meeting."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.attendance import accepts, code_at

SECRET = b"0123456789abcdef"
MOMENTS = st.integers(10**9, 4 * 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))


def test_the_truncation_of_rfc_4226() -> None:
    """The SHA-256 vector of RFC 6238 for step 1, cut to six digits."""
    secret = b"12345678901234567890123456789012"
    assert code_at(secret, datetime(1970, 1, 1, 0, 1, 30, tzinfo=UTC)) == "119246"


@given(MOMENTS)
def test_good_for_its_minute_and_the_next(moment: datetime) -> None:
    start = moment.replace(second=0, microsecond=0)
    code = code_at(SECRET, moment)
    assert code_at(SECRET, start) == code_at(SECRET, start + timedelta(seconds=59.9)) == code
    assert accepts(SECRET, f" {code[:3]} {code[3:]} ", start + timedelta(seconds=119.9))


def test_not_later_not_earlier_not_elsewhere() -> None:
    start = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    code = code_at(SECRET, start)
    assert not accepts(SECRET, code, start + timedelta(minutes=2))
    assert not accepts(SECRET, code, start - timedelta(seconds=1))
    assert not accepts(b"another secret of a meeting", code, start)
    assert not accepts(SECRET, code[:5], start)
    assert not accepts(SECRET, "", start)
    assert not accepts(SECRET, "１２３４５６", start)


def test_codes_change() -> None:
    start = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    codes = {code_at(SECRET, start + timedelta(minutes=n)) for n in range(60)}
    assert len(codes) > 55


def test_weak_use_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        code_at(SECRET, datetime(2026, 11, 22, tzinfo=UTC).replace(tzinfo=None))
    with pytest.raises(ValueError, match="bytes"):
        code_at(b"short", datetime(2026, 11, 22, tzinfo=UTC))
