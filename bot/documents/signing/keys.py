"""The office's key from a file, PKCS#12 or PEM, and one that an office makes for itself."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from bot.documents.signing.chain import is_own, issuers, may_issue
from bot.documents.signing.key import Key

SHORTEST_RSA = 2048
CURVES = ("secp256r1", "secp384r1", "secp521r1")
PEM = b"-----BEGIN"
FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC)


class KeyFault(StrEnum):
    """Why a file is no key to sign with."""

    UNREADABLE = "unreadable"  # neither PKCS#12 nor PEM with both halves
    SEALED = "passphrase"  # it is sealed, and the passphrase is missing or another one
    OTHER_CERTIFICATE = "other_certificate"  # it belongs to another key
    WEAK = "weak"  # neither RSA from 2048 bits on nor one of the curves
    NOT_FOR_SIGNING = "not_for_signing"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    CHAIN = "chain"  # the other certificates did not issue it, or are not in force


class BadKey(ValueError):
    """The file cannot be used; `fault` says why."""

    def __init__(self, fault: KeyFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def read_key(content: bytes, passphrase: str | None, now: datetime) -> Key:
    """The key in a file, fit for signing at `now`. Raises BadKey."""
    private, certificates = _parts(content, passphrase.encode() if passphrase else None)
    certificate = next((one for one in certificates if _fits(private, one)), certificates[0])
    if fault := _fault(private, certificate, now):
        raise BadKey(fault)
    others = [one for one in certificates if one != certificate]
    above = issuers(certificate, others)
    if (others and not above) or not all(may_issue(one, now) for one in above):
        raise BadKey(KeyFault.CHAIN)
    assert isinstance(private, RSAPrivateKey | EllipticCurvePrivateKey)
    named = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return Key(
        private=private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        certificate=certificate.public_bytes(Encoding.DER),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        owner=str(named[0].value) if named else "",
        until=min(one.not_valid_after_utc for one in (certificate, *above)),
        chain=tuple(one.public_bytes(Encoding.DER) for one in above),
        whole=is_own((certificate, *above)[-1]),
        own=is_own(certificate),
    )


def _parts(content: bytes, secret: bytes | None) -> tuple[object, list[x509.Certificate]]:
    """The private key, and all certificates beside it."""
    try:
        if PEM in content:
            found: object = load_pem_private_key(content, secret)
            return found, x509.load_pem_x509_certificates(content)
        found, certificate, others = pkcs12.load_key_and_certificates(content, secret)
    except (ValueError, TypeError) as fault:  # the second for a passphrase too many or too few
        raise BadKey(KeyFault.SEALED if _is_sealed(content) else KeyFault.UNREADABLE) from fault
    if found is None or certificate is None:
        raise BadKey(KeyFault.UNREADABLE)
    return found, [certificate, *others]


def _is_sealed(content: bytes) -> bool:
    """Whether it is a key file that a passphrase opens."""
    if PEM in content:
        return b"ENCRYPTED" in content
    from asn1crypto.pkcs12 import Pfx

    try:
        return bool(Pfx.load(content)["version"].native == "v3")
    except (ValueError, TypeError):
        return False


def _fits(private: object, certificate: x509.Certificate) -> bool:
    return (
        isinstance(private, RSAPrivateKey | EllipticCurvePrivateKey)
        and private.public_key() == certificate.public_key()
    )


def _fault(private: object, certificate: x509.Certificate, now: datetime) -> KeyFault | None:
    match private:
        case RSAPrivateKey(key_size=size) if size >= SHORTEST_RSA:
            pass
        case EllipticCurvePrivateKey(curve=curve) if curve.name in CURVES:
            pass
        case _:
            return KeyFault.WEAK
    if not _fits(private, certificate):
        return KeyFault.OTHER_CERTIFICATE
    if not _is_for_signing(certificate):
        return KeyFault.NOT_FOR_SIGNING
    if now < certificate.not_valid_before_utc:
        return KeyFault.NOT_YET
    return KeyFault.EXPIRED if now > certificate.not_valid_after_utc else None


def _is_for_signing(certificate: x509.Certificate) -> bool:
    """Whether signatures are among its uses, as readers of PDF demand."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.digital_signature or usage.content_commitment


def make_key(office: str, passphrase: str) -> bytes:
    """A PKCS#12 file with a new key and a certificate that the office gives itself."""
    private = generate_private_key(public_exponent=65537, key_size=3072)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, office)])
    building = x509.CertificateBuilder(
        issuer_name=name, subject_name=name, public_key=private.public_key(),
        serial_number=x509.random_serial_number(), not_valid_before=FROM, not_valid_after=UNTIL,
    )  # fmt: skip
    building = building.add_extension(x509.BasicConstraints(False, None), critical=True)
    made = building.add_extension(_usage(), critical=True).sign(private, hashes.SHA256())
    sealing = BestAvailableEncryption(passphrase.encode())
    return pkcs12.serialize_key_and_certificates(b"teladan", private, made, None, sealing)


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
