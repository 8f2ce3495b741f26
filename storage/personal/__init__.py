"""What concerns personal data as such: who looked, what was consented to, asked, erased."""

from storage.personal.breaches import Breach
from storage.personal.consents import ConsentGiven
from storage.personal.erasures import Erasure
from storage.personal.looks import EVERYBODY, LookedAt, looks, note, note_all, note_export
from storage.personal.requests import PersonalRequest

__all__ = [
    "EVERYBODY", "Breach", "ConsentGiven", "Erasure", "LookedAt", "PersonalRequest", "looks",
    "note", "note_all", "note_export",
]  # fmt: skip
