"""Certificates in force and revoked, and those that were replaced."""

from storage.certificates.former import (
    FormerCertificate,
    former_by_code,
    former_by_number,
    keep,
    renew,
)
from storage.certificates.issued import (
    AWARD,
    REVOKED,
    VALID,
    Certificate,
    CertificateCounter,
    add,
    by_code,
    by_number,
    count_of,
    get,
    next_number,
    of,
    of_object,
    revoke,
    uncertified_awards,
)
from storage.certificates.standing import last_periods, stands, taken_back, unanswered

__all__ = [
    "AWARD", "REVOKED", "VALID", "Certificate", "CertificateCounter", "FormerCertificate", "add",
    "by_code", "by_number", "count_of", "former_by_code", "former_by_number", "get", "keep",
    "last_periods", "next_number", "of", "of_object", "renew", "revoke", "stands", "taken_back",
    "unanswered", "uncertified_awards",
]  # fmt: skip
