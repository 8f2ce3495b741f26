"""The Bot API's methods: a table of names, and how one of them is carried out."""

from sandbox.methods.table import run

__all__ = ["run"]
