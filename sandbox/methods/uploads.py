"""The file behind a parameter: uploaded in either style, or sent again by its id."""

from sandbox.errors import bad
from sandbox.files import keep_media
from sandbox.ledger import Upload
from sandbox.methods.request import Request
from sandbox.model import Json

WORDS = {"video_note": "video note"}


def upload_of(request: Request, name: str, value: object) -> Upload | None:
    """The part that came as `attach://part` or under the parameter's own name."""
    if isinstance(value, str) and value.startswith("attach://"):
        return request.files.get(value.removeprefix("attach://"))
    if value in (None, "", f"attach://{name}"):
        return request.files.get(name)
    return None


async def stored_file(request: Request, kind: str, value: object, **facts: object) -> Json:
    """What the sandbox knows about the file of a call. Raises Telegram's refusals."""
    upload = upload_of(request, kind, value)
    if upload is not None:
        return await keep_media(request.world, kind, upload, **facts)
    if value in (None, "") or str(value).startswith("attach://"):
        raise bad(f"there is no {WORDS.get(kind, kind)} in the request")
    given = str(value)
    if given.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    stored = request.world.files.get(given)
    if stored is None:
        words = "Wrong padding in the string" if len(given) % 4 else "Wrong string length"
        raise bad(f"wrong remote file identifier specified: {words}")
    if stored["kind"] != kind:
        raise bad("type of file mismatch")
    return stored
