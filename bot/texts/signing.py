"""What the operator is told of the office's signing key."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _


def signing_key_not_readable(path: str) -> str:
    return _("SIGNING_KEY_FILE: the file {path} cannot be read.").format(path=path)


def bad_signing_key(fault: str) -> str:
    said = {
        "unreadable": _("it is neither PKCS#12 nor PEM with key and certificate."),
        "passphrase": _("the passphrase is missing or wrong (SIGNING_KEY_PASSPHRASE)."),
        "other_certificate": _("the certificate belongs to another key."),
        "weak": _("it must be RSA of at least 2048 bits or an elliptic curve P-256 to P-521."),
        "not_for_signing": _("the certificate does not allow signing (keyUsage)."),
        "not_yet": _("the certificate is not valid yet."),
        "expired": _("the certificate has expired. Ask for a new one."),
        "chain": _(
            "the other certificates in the file did not issue it, or are not in force. Ask for "
            "the file anew."
        ),
    }
    return _("SIGNING_KEY_FILE cannot be used: {why}").format(why=said[fault])


def signing_key(owner: str, until: date, left: int | None, *, own: bool, whole: bool) -> str:
    """`left`: how many days, where there are few."""
    said = _("Certificates are signed by {owner}; its key is valid until {day}.")
    lines = [said.format(owner=owner, day=words.day(until))]
    if left is not None:
        lines.append(_("Only {days} days are left: ask for a new key now.").format(days=left))
    if own:
        lines.append(_("The office gave the certificate to itself; it proves no more than that."))
    elif not whole:
        lines.append(
            _("The file does not hold all who issued it; some readers of PDF may not know them.")
        )
    return "\n".join(lines)


def no_signing_key() -> str:
    return _("Certificates have no electronic signature, for SIGNING_KEY_FILE is not set.")
