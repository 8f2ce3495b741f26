"""Evidence of achievements: files, places and links, the queue to fetch them, and their twins."""

from storage.evidence.attached import add, count, get, named, of, pending, remove
from storage.evidence.fetching import ToFetch, lease, settle
from storage.evidence.file import CLAIMED, Evidence, EvidenceFile, EvidenceMark, EvidenceTwin
from storage.evidence.twins import Twin, alike, mark, pair, same_content, twins_of

__all__ = [
    "CLAIMED",
    "Evidence",
    "EvidenceFile",
    "EvidenceMark",
    "EvidenceTwin",
    "ToFetch",
    "Twin",
    "add",
    "alike",
    "count",
    "get",
    "lease",
    "mark",
    "named",
    "of",
    "pair",
    "pending",
    "remove",
    "same_content",
    "settle",
    "twins_of",
]
