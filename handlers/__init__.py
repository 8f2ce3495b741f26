"""Conversations: the first word of a person to the last screen."""
