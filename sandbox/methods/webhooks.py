"""setWebhook, deleteWebhook, getWebhookInfo."""

import re
import time
from urllib.parse import urlsplit

from sandbox.errors import bad, refusal, too_many
from sandbox.methods.request import Method, Request
from sandbox.model import Json

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LENGTH = 256
CONNECTIONS = 40


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK and parts.scheme in ("http", "https"):
        return url
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    raise bad("bad webhook: the sandbox delivers to this machine only")


async def set_webhook(request: Request) -> bool:
    """http and any port are allowed on loopback, as with the official server's --local."""
    world, params = request.world, request.params
    secret = str(params.get("secret_token") or "")
    if len(secret) > SECRET_LENGTH:
        raise bad("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    url = str(params.get("url") or "")
    if not url:
        return await delete_webhook(request)
    url = _address(url)
    world.updates.subscribe(params.get("allowed_updates"))
    if params.get("drop_pending_updates"):
        world.updates.finish(list(world.updates.pending), "confirmed")
    connections = min(max(params.get("max_connections") or CONNECTIONS, 1), 100)
    fresh = {"url": url, "secret": secret, "max_connections": connections}
    same = all(world.webhook.get(name) == value for name, value in fresh.items())
    request.note["description"] = "Webhook is already set" if same else "Webhook was set"
    if not same:
        if time.monotonic() - world.webhook_moved < 1.0:
            raise too_many(1)
        world.webhook_moved = time.monotonic()
        world.wake_line(refusal(409, "terminated by setWebhook request"))
        world.webhook = fresh
    world.keep_settings()
    for listener in world.webhook_set:
        listener()
    return True


async def delete_webhook(request: Request) -> bool:
    world = request.world
    if request.params.get("drop_pending_updates"):
        world.updates.finish(list(world.updates.pending), "confirmed")
    gone = not world.webhook["url"]
    request.note["description"] = "Webhook is already deleted" if gone else "Webhook was deleted"
    world.webhook = {"url": ""}
    world.keep_settings()
    return True


async def get_webhook_info(request: Request) -> Json:
    world, hook = request.world, request.world.webhook
    world.updates.expire()
    shown: Json = {
        "url": hook["url"],
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if hook["url"]:
        shown["max_connections"] = hook["max_connections"]
        shown["ip_address"] = "127.0.0.1"
    for name in ("last_error_date", "last_error_message"):
        if hook.get(name):
            shown[name] = hook[name]
    if world.updates.explicit:
        shown["allowed_updates"] = sorted(world.updates.allowed)
    return shown


METHODS: dict[str, Method] = {
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
