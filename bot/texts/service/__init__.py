"""Sentences of Satyalancana Karya Satya."""
