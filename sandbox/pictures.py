"""Photos as Telegram keeps them: several sizes, recompressed, without name and EXIF."""

import io
import warnings

EDGES = (90, 320, 800, 1280)
QUALITY = 87
MOST_EDGES = 10_000
MOST_RATIO = 20


def sizes(content: bytes) -> list[tuple[bytes, int, int]]:
    """JPEGs from small to large with width and height; empty when it is no usable picture."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(content))
            width, height = opened.size
            if width + height > MOST_EDGES or max(width, height) > MOST_RATIO * min(width, height):
                return []
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return []
    made = []
    for edge in EDGES:
        small = picture.copy()
        small.thumbnail((edge, edge))
        out = io.BytesIO()
        small.save(out, "JPEG", quality=QUALITY)
        made.append((out.getvalue(), *small.size))
        if max(picture.size) <= edge:
            break
    return made


def measure(content: bytes) -> dict[str, object]:
    """Width and height of a picture that is sent as it is; empty for anything else."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                return {"width": picture.width, "height": picture.height}
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return {}
