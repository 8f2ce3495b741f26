"""A Telegram on your own desk; knows nothing of the product."""
