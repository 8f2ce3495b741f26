"""Sentences of schemes: faults, what changes, how people are judged."""
