"""Death at every durable boundary: commits, calls to Telegram, files; one after the other."""
