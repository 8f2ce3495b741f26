"""Signatures: what an independent reader says of them, and how ours judges what comes back."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto.cms import ContentInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pikepdf import Pdf
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from bot.commands.signing import tell_key
from bot.documents import typesetting
from bot.documents.signing import Soundness, Stamp, examine, sign
from bot.documents.signing.keys import BadKey, KeyFault, make_key, read_key
from tests.signing import NOW, OFFICE, PASSPHRASE, key, key_file

STAMP = Stamp(NOW, "Piagam 007/PGM/2026, kode 12-7KQ2-M9XD-4TRW-0HZB", "Semarang")
SAID = {"data": '{"title": "x", "under": "y", "bars": [], "notes": []}'}


@pytest.fixture(scope="module")
def plain() -> bytes:
    return typesetting.pdf("pictures/distribution.typ", SAID, NOW)


@pytest.fixture(scope="module")
def signed(plain: bytes) -> bytes:
    return sign(plain, key(), STAMP)


def test_an_independent_reader_believes_it(signed: bytes) -> None:
    (found,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    roots = [Certificate.load(key().certificate)]
    trust = ValidationContext(trust_roots=roots, moment=NOW)
    status = validate_pdf_signature(found, trust)
    assert status.bottom_line, status.summary()
    assert found.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert status.signer_reported_dt == NOW


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler is not installed")
def test_poppler_believes_it_too(signed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "piagam.pdf"
    file.write_bytes(signed)
    told = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told
    assert "Total document signed" in told


def openssl_says(content: bytes, trusted: bytes, room: Path) -> bool:
    """Whether OpenSSL, which knows nothing of PDF, finds the CMS over the other bytes right."""
    found = re.search(rb"/ByteRange \[\s*0 (\d+) (\d+) (\d+)", content)
    assert found is not None
    first, second, length = map(int, found.groups())
    padded = bytes.fromhex(content[first + 1 : second - 1].decode())
    der = ContentInfo.load(padded).dump()
    pem = x509.load_der_x509_certificate(trusted).public_bytes(Encoding.PEM)
    (room / "seal.der").write_bytes(der)
    (room / "said").write_bytes(content[:first] + content[second : second + length])
    (room / "office.pem").write_bytes(pem)
    command = (
        "openssl cms -verify -inform DER -in seal.der -content said -binary -CAfile office.pem "
        "-purpose any -out /dev/null"
    )
    done = subprocess.run(command.split(), cwd=room, capture_output=True, check=False)
    return done.returncode == 0


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_tells_ours_from_altered_and_forged(
    signed: bytes, plain: bytes, tmp_path: Path
) -> None:
    ours = key().certificate
    assert openssl_says(signed, ours, tmp_path)
    at = len(signed) // 3
    altered = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    assert not openssl_says(altered, ours, tmp_path)
    # A forger makes a key of the same name; its paper is whole, but no paper of the office.
    forger = read_key(make_key(OFFICE, PASSPHRASE), PASSPHRASE, NOW)
    forged = sign(plain, forger, STAMP)
    assert openssl_says(forged, forger.certificate, tmp_path)
    assert not openssl_says(forged, ours, tmp_path)
    assert examine(forged).soundness is Soundness.WHOLE
    assert examine(forged).fingerprint != key().fingerprint


def test_what_we_signed_comes_back_whole(signed: bytes, plain: bytes) -> None:
    seal = examine(signed)
    assert (seal.soundness, seal.fingerprint) == (Soundness.WHOLE, key().fingerprint)
    assert seal.reason == STAMP.reason
    assert examine(plain).soundness is Soundness.UNSIGNED
    assert examine(sign(plain, key("Kantor Lain"), STAMP)).fingerprint != key().fingerprint


def test_any_change_is_noticed(signed: bytes) -> None:
    gap = signed.index(b"/Contents <") + len(b"/Contents <")
    for at in (10, len(signed) // 3, gap + 400, signed.index(b"/Reason") + 12, len(signed) - 3):
        changed = bytearray(signed)
        changed[at] = ord("1") if changed[at] != ord("1") else ord("2")
        assert examine(bytes(changed)).soundness is Soundness.BROKEN, at
    for grown in (signed + b"\n", signed + signed, b" " + signed):
        assert examine(grown).soundness is Soundness.BROKEN
    assert examine(signed[:-1]).soundness is Soundness.BROKEN


def test_saved_by_another_program_it_is_broken(signed: bytes) -> None:
    with Pdf.open(io.BytesIO(signed)) as document:
        document.docinfo["/Title"] = "Piagam milik orang lain"
        saved = io.BytesIO()
        document.save(saved)
    assert examine(saved.getvalue()).soundness is Soundness.BROKEN


@pytest.mark.parametrize(
    "hostile",
    [
        b"", b"%PDF-1.7 /ByteRange [0 9 9 9]", b"/ByteRange" * 10_000,
        b"/ByteRange [0 20 30 40]" + b"<" + b"00" * 500 + b">",
        b"%PDF /ByteRange [0 0 99999999 0]", b"/ByteRange [ 0 34 36 0 ]" + b"x" * 10 + b"<>",
    ],
)  # fmt: skip
def test_whatever_comes_is_only_looked_at(hostile: bytes) -> None:
    assert examine(hostile).soundness in (Soundness.UNSIGNED, Soundness.BROKEN)


def test_a_key_file_that_is_not_right_says_why() -> None:
    def fault(content: bytes, passphrase: str | None = PASSPHRASE, now: datetime = NOW) -> str:
        with pytest.raises(BadKey) as caught:
            read_key(content, passphrase, now)
        return caught.value.fault

    ours, its = pkcs12.load_key_and_certificates(key_file(OFFICE), PASSPHRASE.encode())[:2]
    other = ec.generate_private_key(ec.SECP256R1())
    assert ours is not None
    assert its is not None
    pem = its.public_bytes(Encoding.PEM)
    halves = [
        one.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        for one in (ours, other)
    ]
    assert fault(b"no key") == KeyFault.UNREADABLE
    assert fault(key_file(OFFICE), "salah") == KeyFault.SEALED
    assert fault(key_file(OFFICE), None) == KeyFault.SEALED
    assert fault(pem, None) == KeyFault.UNREADABLE
    assert fault(halves[1] + pem, None) == KeyFault.OTHER_CERTIFICATE
    assert fault(key_file(OFFICE), now=datetime(2051, 1, 1, tzinfo=UTC)) == KeyFault.EXPIRED
    assert fault(key_file(OFFICE), now=datetime(2019, 1, 1, tzinfo=UTC)) == KeyFault.NOT_YET
    assert read_key(halves[0] + pem, None, NOW).fingerprint == key().fingerprint


def issued(
    name: str, by: tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None = None,
    *, authority: bool = True, until: datetime = datetime(2030, 1, 1, tzinfo=UTC),
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:  # fmt: skip
    """A certificate given by another one, or by itself."""
    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=not authority, content_commitment=not authority, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=authority, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder(
            issuer_name=by[0].subject if by else subject, subject_name=subject,
            public_key=private.public_key(), serial_number=x509.random_serial_number(),
            not_valid_before=datetime(2025, 1, 1, tzinfo=UTC), not_valid_after=until,
        )
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(usage, critical=True)
        .sign(by[1] if by else private, hashes.SHA256())
    )  # fmt: skip
    return made, private


def in_a_file(
    one: tuple[x509.Certificate, ec.EllipticCurvePrivateKey], *others: x509.Certificate
) -> bytes:
    sealing = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"x", one[1], one[0], list(others), sealing)


def test_the_chain_of_a_certificate_is_read_and_looked_at() -> None:
    root = issued("Induk")
    early = datetime(2027, 1, 1, tzinfo=UTC)
    middle = issued("PSrE Contoh", root, until=early)
    office = issued("Dinas Contoh", middle, authority=False)
    whole = read_key(in_a_file(office, middle[0], root[0]), PASSPHRASE, NOW)
    assert (len(whole.chain), whole.whole, whole.own) == (2, True, False)
    assert whole.until == early  # the first of them to end
    part = read_key(in_a_file(office, middle[0]), PASSPHRASE, NOW)
    assert (len(part.chain), part.whole) == (1, False)
    alone = read_key(in_a_file(office), PASSPHRASE, NOW)
    assert (alone.chain, alone.whole) == ((), False)
    for others in ((issued("Lain")[0],), (middle[0], root[0])):
        late = NOW if others[0] != middle[0] else datetime(2027, 6, 1, tzinfo=UTC)
        with pytest.raises(BadKey) as caught:
            read_key(in_a_file(office, *others), PASSPHRASE, late)
        assert caught.value.fault == KeyFault.CHAIN


def test_a_certificate_that_may_not_issue_others_makes_no_chain() -> None:
    root = issued("Induk")
    clerk = issued("Petugas", root, authority=False)
    office = issued("Dinas Contoh", clerk, authority=False)
    with pytest.raises(BadKey) as caught:
        read_key(in_a_file(office, clerk[0], root[0]), PASSPHRASE, NOW)
    assert caught.value.fault == KeyFault.CHAIN


def test_a_reader_that_knows_only_the_root_believes_a_signature_with_its_chain(
    plain: bytes,
) -> None:
    root = issued("Induk")
    middle = issued("PSrE Contoh", root)
    office = issued("Dinas Contoh", middle, authority=False)
    made = sign(plain, read_key(in_a_file(office, middle[0]), PASSPHRASE, NOW), STAMP)
    (found,) = PdfFileReader(io.BytesIO(made)).embedded_signatures
    known = Certificate.load(root[0].public_bytes(Encoding.DER))
    status = validate_pdf_signature(found, ValidationContext(trust_roots=[known], moment=NOW))
    assert status.bottom_line, status.summary()
    assert examine(made).soundness is Soundness.WHOLE


@pytest.mark.parametrize(
    ("days", "said"), [(30, "Tinggal 30 hari"), (60, "Tinggal 60 hari"), (61, "")]
)
def test_a_key_that_ends_soon_is_said(days: int, said: str) -> None:
    one = issued("Dinas Contoh", issued("Induk"), authority=False, until=NOW + timedelta(days))
    told = tell_key(read_key(in_a_file(one), PASSPHRASE, NOW), NOW)
    assert ("Tinggal" in told) == bool(said)
    assert said in told
    assert "penerbit" in told
    assert "sendiri" in tell_key(key(), NOW)
