"""Through the real dispatcher."""
