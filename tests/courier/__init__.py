"""The courier against a transport below python-telegram-bot that records and fails by plan."""
