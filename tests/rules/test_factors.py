"""One-time codes, what is typed of them, pauses and waiting times."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.factors import passwords
from bot.rules import factors as rules
from bot.rules.authority import PROVEN, PROVING_ROLES, TABLE, Role
from sandbox.people import authenticating

RFC_KEY = base64.b32encode(b"12345678901234567890").decode()
# RFC 6238, appendix B, SHA-1: the last six of its eight digits.
VECTORS = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]
MOMENTS = st.integers(1_500_000_000, 4_100_000_000).map(
    lambda second: datetime.fromtimestamp(second, UTC)
)


@pytest.mark.parametrize(("second", "code"), VECTORS)
def test_codes_are_those_of_the_standard(second: int, code: str) -> None:
    now = datetime.fromtimestamp(second, UTC)
    assert passwords.proven_step(RFC_KEY, code, now) == second // 30 == rules.step_of(now)
    assert authenticating.code(RFC_KEY, second // 30) == code


@given(MOMENTS, st.integers(-4, 4))
def test_one_step_of_skew_is_taken_and_no_more(now: datetime, off: int) -> None:
    shown = pyotp.TOTP(RFC_KEY).generate_otp(rules.step_of(now) + off)
    proven = passwords.proven_step(RFC_KEY, shown, now)
    if abs(off) <= rules.SKEW:
        assert proven is not None
        assert abs(proven - rules.step_of(now)) <= rules.SKEW
    elif proven is not None:  # one in a third of a million is the same by chance
        assert pyotp.TOTP(RFC_KEY).generate_otp(proven) == shown


def test_of_two_steps_with_one_code_the_newer_is_taken() -> None:
    assert rules.proven_step("000001", {7: "000001", 8: "123456", 9: "000001"}) == 9
    assert rules.proven_step("000002", {7: "000001"}) is None


@pytest.mark.parametrize("typed", ["123456", " 123 456 ", "123-456", "12 34 56", "123.456\n"])
def test_six_digits_however_grouped(typed: str) -> None:
    assert rules.read_code(typed) == "123456"
    assert rules.is_secret(typed)


@pytest.mark.parametrize(
    "typed", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "123456 ya", "/menu", "1" * 5000]
)
def test_anything_else_is_no_code(typed: str) -> None:
    assert rules.read_code(typed) is None


@given(st.text(alphabet=rules.ALPHABET, min_size=10, max_size=10), st.booleans())
def test_recovery_codes_survive_handwriting(code: str, lower: bool) -> None:
    shown = rules.groups(code, 5, "-")
    typed = shown.lower() if lower else shown.replace("0", "O").replace("1", "l")
    assert rules.read_recovery(typed) == code


@given(st.text(max_size=60))
def test_reading_never_fails(typed: str) -> None:
    code, recovery = rules.read_code(typed), rules.read_recovery(typed)
    assert code is None or (len(code) == 6 and code.isascii() and code.isdigit())
    assert recovery is None or set(recovery) <= set(rules.ALPHABET)


def test_ordinary_words_and_numbers_are_no_secrets() -> None:
    for typed in ("0812345678", "5 November 2026", "Loket 3", "40 menit"):
        assert not rules.is_secret(typed), typed


def test_keys_and_codes_are_blotted_and_nothing_else() -> None:
    for secret in ("123 456", "A1B2C-3D4E5", rules.groups(RFC_KEY), RFC_KEY, "ab1de-fghjk"):
        assert secret not in rules.blotted(secret)
    kept = "Loket 3, 40 menit, /start AbCdEfGhIjKlMnOpQrStUv, 0812-3456-7890"
    assert rules.blotted(kept) == kept
    said = f"Kunci: <code>{rules.groups(RFC_KEY)}</code> selesai"
    assert rules.blotted(said) == f"Kunci: <code>{rules.BLOT}</code> selesai"


def test_pauses_begin_late_and_grow_to_an_hour() -> None:
    pauses = [rules.pause_after(failures) for failures in range(1, 12)]
    assert pauses[: rules.FREE_TRIES - 1] == [None] * (rules.FREE_TRIES - 1)
    grown = [pause for pause in pauses if pause]
    assert grown == sorted(grown)
    assert (grown[0], grown[-1]) == (timedelta(minutes=1), timedelta(hours=1))


def test_deciding_roles_wait_a_day_after_a_reset_and_nobody_else() -> None:
    now = datetime(2026, 8, 12, 3, tzinfo=UTC)
    an_hour_ago = now - timedelta(hours=1)
    assert rules.usable_from(now, None, decides=True) is None
    assert rules.usable_from(now, an_hour_ago, decides=False) is None
    assert rules.usable_from(now, now - timedelta(hours=24), decides=True) is None
    waits = rules.usable_from(now, an_hour_ago, decides=True)
    assert waits == now + timedelta(hours=23)


def test_a_right_that_asks_for_a_code_is_held_by_roles_alone() -> None:
    assert TABLE.keys() >= PROVEN
    assert frozenset({Role.HEAD, Role.HR}) == PROVING_ROLES
    assert not any("rate" in right for right in PROVEN)  # never for rating
