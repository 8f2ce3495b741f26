"""The web side: webhook and health."""
