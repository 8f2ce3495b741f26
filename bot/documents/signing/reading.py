"""A PDF that somebody sent: whether it is, byte for byte, what its signature was made over.

The PDF itself is never parsed: a signature that covers all bytes and fits needs no reader to be
believed, and what does not is not believed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

LARGEST = 2 * 1024 * 1024
RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,8})\s+(\d{1,8})\s+(\d{1,8})\s+(\d{1,8})\s*\]")
HELD = re.compile(rb"<[0-9A-Fa-f]{2,65536}>")
REASON = re.compile(rb"/Reason\s*\(([^()]{0,400})\)")
OCTAL = re.compile(rb"\\([0-7]{3})")


class Soundness(StrEnum):
    """What a file's signature is worth, whoever made it."""

    UNSIGNED = "unsigned"
    BROKEN = "broken"  # it was changed after it was signed
    WHOLE = "whole"
    UNREAD = "unread"  # it could not be fetched


@dataclass(frozen=True, slots=True)
class Seal:
    """Of a WHOLE one the fingerprint (SHA-256) of the signer's certificate, and the reason."""

    soundness: Soundness
    fingerprint: str = ""
    reason: str = ""


def examine(content: bytes) -> Seal:
    """What the signature of a PDF of at most `LARGEST` bytes is worth."""
    if len(content) > LARGEST or b"/ByteRange" not in content:
        return Seal(Soundness.UNSIGNED)
    held = _held(content)
    fingerprint = _fits(*held) if held else ""
    if not held or not fingerprint:
        return Seal(Soundness.BROKEN)
    return Seal(Soundness.WHOLE, fingerprint, _reason(held[0]))


def _held(content: bytes) -> tuple[bytes, bytes] | None:
    """The bytes signed and the signature, when it is the only one and leaves out nothing else."""
    found = RANGE.findall(content)
    if len(found) != 1:
        return None
    start, before, after, rest = map(int, found[0])
    if start != 0 or after + rest != len(content) or not HELD.fullmatch(content[before:after]):
        return None
    digits = content[before + 1 : after - 1].decode()
    return content[:before] + content[after:], bytes.fromhex(digits + "0" * (len(digits) % 2))


def _reason(signed: bytes) -> str:
    """What stands in it as the reason, as `writing.sign` writes plain words."""
    found = REASON.findall(signed)
    told = OCTAL.sub(lambda octal: bytes([int(octal[1], 8) & 0xFF]), found[-1]) if found else b""
    return told.decode("ascii", "replace")


def _fits(signed: bytes, signature: bytes) -> str:
    """The fingerprint of the certificate whose key signed these bytes; "" when none did."""
    from asn1crypto.cms import ContentInfo
    from pyhanko.sign.general import extract_certificate_info, extract_signer_info
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    try:
        inside = ContentInfo.load(signature)["content"]
        signer = extract_signer_info(inside)
        owner = extract_certificate_info(inside).signer_cert
        intact, valid = validate_sig_integrity(
            signer, owner, expected_content_type="data", actual_digest=sha256(signed).digest()
        )
    except Exception:
        # Whatever stands there in the place of a signature may fail in any way.
        return ""
    return owner.sha256.hex() if intact and valid else ""
