"""Second factors of the invented office: whoever decides has one, and its key on the phone."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime
from random import Random

from bot.office.desk import WIB, Office
from bot.rules import factors as rules
from bot.rules.authority import PROVING_ROLES
from storage import factors, grants, recovery_codes

SEED = 20_261_111
SECRET_BYTES = 20
SINCE = datetime(2026, 1, 8, 9, tzinfo=WIB)


def protect(office: Office) -> Mapping[str, str]:
    """Put in for everybody whose role asks for it; the keys by person, for their phones."""
    dice, keys = Random(SEED), {}
    for key, number in office.ids.items():
        held = grants.of_employee(office.session, number, SINCE.date())
        if PROVING_ROLES.isdisjoint(grant.role for grant in held):
            continue
        keys[key] = base64.b32encode(dice.randbytes(SECRET_BYTES)).decode()
        factor = factors.make(office.session, number, keys[key], SINCE)
        factors.confirm(office.session, factor, 0, None, SINCE)
        codes = [_code(dice) for _ in range(rules.RECOVERY_CODES)]
        recovery_codes.give(office.session, factor, codes, SINCE)
        recovery_codes.hide(office.session, factor)
    return keys


def _code(dice: Random) -> str:
    return "".join(dice.choices(rules.ALPHABET, k=rules.RECOVERY_LENGTH))
