"""A courier on each kind of database."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.courier.wire import Post, open_post


@pytest.fixture
async def post(database: Database) -> Post:
    return open_post(database)
