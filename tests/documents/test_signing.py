"""Signatures: what an independent reader says of them, and how ours judges what comes back."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from pikepdf import Pdf
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from bot.documents import typesetting
from bot.documents.signing import Soundness, Stamp, examine, sign
from bot.documents.signing.keys import BadKey, KeyFault, read_key
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
    assert fault(key_file(OFFICE), "salah") == KeyFault.UNREADABLE
    assert fault(pem, None) == KeyFault.UNREADABLE
    assert fault(halves[1] + pem, None) == KeyFault.OTHER_CERTIFICATE
    assert fault(key_file(OFFICE), now=datetime(2051, 1, 1, tzinfo=UTC)) == KeyFault.EXPIRED
    assert fault(key_file(OFFICE), now=datetime(2019, 1, 1, tzinfo=UTC)) == KeyFault.NOT_YET
    assert read_key(halves[0] + pem, None, NOW).fingerprint == key().fingerprint
