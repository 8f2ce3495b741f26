"""The invented office is believable, whole, and the same each time."""
