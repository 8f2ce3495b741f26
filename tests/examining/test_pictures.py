"""Our copy shows what was sent, and tells nothing more."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.rules.evidence import FileType, near
from tests.achievements import examine, picture
from tests.examining import images, media
from tests.examining.corpus import behind


def shown(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(examine(content).content)) as found:
        found.load()
        return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_place_is_taken_out_of_a_picture(kind: str) -> None:
    sent = images.saved(images.halves(), kind, exif=images.located())
    assert images.CAMERA.encode() in sent
    kept = examine(sent).content
    assert images.CAMERA.encode() not in kept
    assert b"Exif" not in kept
    assert not shown(sent).getexif()


def test_words_inside_a_picture_are_taken_out() -> None:
    sent = images.saved(images.halves(), "JPEG", comment=b"rumah Sari", dpi=(300, 300))
    assert b"rumah" in sent
    assert b"rumah" not in examine(sent).content


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_stays_upright(kind: str) -> None:
    turned = images.located(images.UPSIDE_DOWN)
    left = shown(images.saved(images.halves(), kind)).convert("L").getpixel((5, 30))
    right = shown(images.saved(images.halves(), kind, exif=turned)).convert("L").getpixel((5, 30))
    assert left == 0
    assert right == 255


def test_what_lies_behind_a_picture_is_gone() -> None:
    sent = behind(picture())
    assert b"kejutan.js" in sent
    assert b"kejutan.js" not in examine(sent).content


def test_a_moving_picture_keeps_its_first_frame() -> None:
    kept = shown(images.moving())
    assert getattr(kept, "n_frames", 1) == 1
    assert kept.convert("RGB").getpixel((9, 9)) == (255, 0, 0)


def test_what_shines_through_still_does() -> None:
    assert shown(images.png("P", transparency=0)).convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def test_sixteen_bits_become_eight() -> None:
    grey = Image.new("I;16", (40, 30), 0x8000)
    assert shown(images.saved(grey, "PNG")).getpixel((9, 9)) == 0x80


def test_the_place_is_taken_out_of_a_video() -> None:
    sent = media.located()
    assert media.PLACE in sent
    kept = examine(sent)
    assert kept.file_type is FileType.MP4
    assert media.PLACE not in kept.content
    assert b"location" not in kept.content
    assert len(kept.content) == len(sent)
    assert kept.content.index(b"gambar bergerak") == sent.index(b"gambar bergerak")


def test_a_video_without_a_place_stays_as_it_is() -> None:
    assert examine(media.video()).content == media.video()


def test_a_picture_is_known_again_after_it_was_shrunk() -> None:
    first, other = examine(picture(1)), examine(picture(2))
    with Image.open(io.BytesIO(picture(1))) as large:
        out = io.BytesIO()
        large.resize((200, 150)).save(out, "JPEG", quality=50)
    again = examine(out.getvalue())
    assert first.look is not None
    assert again.look is not None
    assert other.look is not None
    assert first.sha256 != again.sha256
    assert near(first.look, again.look)
    assert not near(first.look, other.look)


def test_an_empty_sheet_has_no_look() -> None:
    assert examine(images.png()).look is None
