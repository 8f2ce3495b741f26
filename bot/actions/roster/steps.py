"""How far the writing of a roster is."""

from __future__ import annotations

from bot.actions.roster.checking import Progress


class Steps:
    """Three parts of about the same length: the people, their superiors, the trail."""

    PARTS = 3

    def __init__(self, of: int, progress: Progress | None) -> None:
        self.of, self.progress = of, progress
        self.part = self.done = 0

    def add(self, many: int) -> None:
        """So many more of the lines in this part."""
        self.done = min(self.of, self.done + many)
        if self.progress is not None:
            self.progress((self.part * self.of + self.done) // self.PARTS, self.of)

    def next(self) -> None:
        """This part is over, whatever of it there was to do."""
        self.part, self.done = self.part + 1, 0
        self.add(0)
