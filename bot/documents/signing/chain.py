"""Who issued a certificate, and who issued that: as far as the key file says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

LONGEST = 8
REFUSALS = (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm)


def issuers(
    certificate: x509.Certificate, others: Sequence[x509.Certificate]
) -> list[x509.Certificate]:
    """From whoever issued it upwards, of those at hand; none for one that issued itself."""
    found: list[x509.Certificate] = []
    current = certificate
    while not is_own(current) and len(found) < LONGEST:
        above = next((one for one in others if is_issued_by(current, one)), None)
        if above is None:
            break
        found.append(above)
        current = above
    return found


def is_own(certificate: x509.Certificate) -> bool:
    """Whether it issued itself, as the one of an office or a root."""
    return is_issued_by(certificate, certificate)


def is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except REFUSALS:
        return False
    return True


def may_issue(certificate: x509.Certificate, now: datetime) -> bool:
    """Whether it is an authority's, and in force (RFC 5280, 4.2.1.9)."""
    try:
        basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    except x509.ExtensionNotFound:
        return False
    return basic.ca and certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc
