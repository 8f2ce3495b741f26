"""getFile."""

from sandbox.errors import bad
from sandbox.files import DOWNLOAD_LIMIT
from sandbox.methods.request import Method, Request
from sandbox.model import Json


async def get_file(request: Request) -> Json:
    given = request.params.get("file_id")
    if not given:
        raise bad("file_id not specified")
    stored = request.world.files.get(str(given))
    if stored is None:
        raise bad("invalid file_id")
    if stored["size"] > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return {
        "file_id": stored["file_id"],
        "file_unique_id": stored["unique"],
        "file_size": stored["size"],
        "file_path": stored["path"],
    }


METHODS: dict[str, Method] = {"getFile": get_file}
