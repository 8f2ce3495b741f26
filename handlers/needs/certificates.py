"""Certificates."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "certificates.mine": "certificates.mine",
    "certificates.check": every("certificates", "check paper"),
    "certificates.read": "certificates.card",
    "certificates.print": "certificates.sheet awards.poster",
    "certificates.revoke": "certificates.revoking",
    "certificates.replace": "certificates.replacing",
    "certificates.decide": "certificates.revocation",
}
ACTS = {
    "certificates.decide": every("certificates", "propose confirm refuse withdraw"),
    "certificates.revoke": "certificates.propose",
    "certificates.replace": "certificates.replace",
}
TYPED = {
    "certificates.revoke": "certificates.reason",
    "certificates.check": "certificates.check",
}
SENT = {
    "certificates.check": "certificates.check",
}
