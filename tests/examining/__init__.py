"""Mirrors the room of this name."""
