"""Hostile updates of every kind that the Bot API knows, through the bot's real way in."""
