"""The office's key in hand, and what is said beside a signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Key:
    """Both halves in DER, a PKCS#8 private key and an X.509 certificate; `owner` as it names.

    `chain`: who issued it and who issued that, as far as the file says; `whole` up to the root.
    `until`: the first of them ends then. `own`: the office gave the certificate to itself.
    """

    private: bytes = field(repr=False)
    certificate: bytes = field(repr=False)
    fingerprint: str
    owner: str
    until: datetime
    chain: tuple[bytes, ...] = ()
    whole: bool = True
    own: bool = True


@dataclass(frozen=True, slots=True)
class Stamp:
    """When it is signed, for what (with the code in it), and where."""

    at: datetime
    reason: str
    place: str = ""
