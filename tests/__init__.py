"""Mirrors the rooms of the product."""
