"""The product and its process."""
