"""Years of service."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "service.watch": every("service", "watch units name found"),
    "service.read": every("service", "person mine"),
    "service.note": every("service", "kind days ground check"),
}
ACTS = {"service.note": every("service", "record cancel")}
TYPED = {
    "service.watch": "service.name",
    "service.note": every("service", "days ground"),
}
