"""The law of the product, pure: standard library only, dates as arguments."""
