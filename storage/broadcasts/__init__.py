"""Broadcasts, whom they go to, and their quizzes; tables come with the package."""

from __future__ import annotations

from storage.broadcasts import audience, feeding, open_quizzes, quizzes, reading, rows, tables
from storage.broadcasts.tables import (
    Broadcast,
    BroadcastAnswer,
    BroadcastFile,
    BroadcastQuestion,
    BroadcastReader,
)

__all__ = [
    "Broadcast", "BroadcastAnswer", "BroadcastFile", "BroadcastQuestion", "BroadcastReader",
    "audience", "feeding", "open_quizzes", "quizzes", "reading", "rows", "tables",
]  # fmt: skip
