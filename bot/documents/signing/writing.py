"""A signature of the office in a PDF: PAdES-B-B, the office's certificate inside."""

from __future__ import annotations

import io
from typing import Any

from bot.documents.signing.key import Key, Stamp

FIELD = "Kantor"


def sign(made: bytes, key: Key, stamp: Stamp) -> bytes:
    """The same PDF, certified by one invisible signature that allows no change whatsoever."""
    # Loaded here: they take a second, which only a process that prints shall spend.
    from asn1crypto.keys import PrivateKeyInfo
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class Dated(PdfSigner):
        """Tells the moment of our clock instead of the machine's."""

        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = stamp.at
            return session

    others = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    others.register_multiple([Certificate.load(one) for one in key.chain])
    signer = SimpleSigner(
        signing_cert=Certificate.load(key.certificate),
        signing_key=PrivateKeyInfo.load(key.private),
        cert_registry=others,
    )
    said = PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES,
        reason=stamp.reason, location=stamp.place or None, name=key.owner or None,
        certify=True, docmdp_permissions=MDPPerm.NO_CHANGES,
    )  # fmt: skip
    signed = io.BytesIO()
    Dated(said, signer=signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(made)), output=signed)
    return signed.getvalue()
