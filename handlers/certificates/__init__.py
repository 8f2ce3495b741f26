"""/penghargaan and links: certificates to print, to check, to take back."""

from handlers.certificates.contents import guest_routes, routes

__all__ = ["guest_routes", "routes"]
