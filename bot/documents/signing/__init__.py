"""The office's signature under a PDF: putting it there, and looking at one that came."""

from bot.documents.signing.key import Key, Stamp
from bot.documents.signing.reading import LARGEST, Seal, Soundness, examine
from bot.documents.signing.writing import sign

__all__ = ["LARGEST", "Key", "Seal", "Soundness", "Stamp", "examine", "sign"]
