"""Ending the bot's connections to its PostgreSQL, as an operator or a failover does."""

from __future__ import annotations

import os

import psycopg
from sqlalchemy import make_url

NAME = "bot"
"""What the bot's connections are called."""
END = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = %s"


def cut_off(url: str = "") -> int:
    """End them all, at this address or that of this process; how many they were."""
    address = make_url(url or os.environ["DATABASE_URL"]).set(drivername="postgresql")
    plain = address.render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True, application_name="cutter") as connection:
        ended = connection.execute(f"{END} AND datname = current_database()", [NAME]).fetchall()
    return sum(done for (done,) in ended)  # the others ended by themselves meanwhile
