"""The roster as it is, read at once, so that a file can be held against it without a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from sqlmodel import Session

from storage import roster as stored
from storage import units
from storage.columns import vault_of
from storage.roster import Held, Listed
from storage.units import Unit
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Stand:
    """Everybody ever listed by the blind index of their NIP, units by name, roles of that day."""

    listed: Mapping[bytes, Listed]
    units: Mapping[str, Unit]
    held: Sequence[Held]
    vault: Vault

    @classmethod
    def read(cls, session: Session, today: date) -> Stand:
        return cls(
            {person.nip_index: person for person in stored.everybody(session)},
            {unit.name: unit for unit in units.everything(session)},
            stored.held_roles(session, today),
            vault_of(session),
        )

    @property
    def stamp(self) -> str:
        """Differs as soon as anything does that a file is held against."""
        digest = blake2b(digest_size=16)
        for person in self.listed.values():
            digest.update(repr(tuple(person)).encode())
        for unit in self.units.values():
            digest.update(repr((unit.id, unit.name, unit.parent_id, unit.zone)).encode())
        for grant in self.held:
            digest.update(repr(tuple(grant)).encode())
        return digest.hexdigest()
