"""The commands of `teladan` with their arguments and options; each hands over to its work."""
