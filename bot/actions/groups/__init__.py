"""Groups and channels that serve units."""
