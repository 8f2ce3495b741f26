"""Random histories of an office with deaths, replays and revocations, against a model."""
