"""Codes made and recognised. What is secret leaves this module only for its owner's screen."""

from __future__ import annotations

import secrets
from datetime import datetime

import pyotp

from bot.rules import factors as rules

ISSUER = "Teladan"


def make_secret() -> str:
    """160 random bits in base32, as RFC 4226 wants."""
    return pyotp.random_base32()


def make_recovery_codes() -> list[str]:
    return [
        "".join(secrets.choice(rules.ALPHABET) for _ in range(rules.RECOVERY_LENGTH))
        for _ in range(rules.RECOVERY_CODES)
    ]


def address(secret: str, name: str) -> str:
    """The `otpauth://` address that an authenticator reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def proven_step(secret: str, typed: str, now: datetime) -> int | None:
    """The step around now whose code was typed; None when it is none of them."""
    clock = pyotp.TOTP(secret)
    codes = {step: clock.generate_otp(step) for step in rules.steps_around(now)}
    return rules.proven_step(typed, codes)
