import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from services.media.metadata import gif_frames, strip
from tests.services.media import profiles
from tests.services.media.drawn import noise, saved

SECRETS = (b"35.6892", b"SERIAL-4711", b"Mina Tea", b"PK\x03\x04hidden")


def painting(mode="RGB", size=(64, 48)):
    image = Image.new(mode, size)
    for x in range(size[0]):
        for y in range(size[1]):
            colour = (x * 4 % 256, y * 5 % 256, (x * y) % 256, 128 + x % 128)
            image.putpixel((x, y), colour[: len(image.getbands())])
    return image


def exif():
    tags = Image.Exif()
    tags[0x010F] = "SERIAL-4711"
    tags[0x013B] = "Mina Tea"
    gps = tags.get_ifd(0x8825)
    gps[1], gps[29] = "N", "35.6892"
    return tags.tobytes()


def pixels(data):
    with Image.open(BytesIO(data)) as image:
        return image.mode, image.size, image.tobytes()


def dirty_jpeg(**options):
    data = saved(
        painting(), "JPEG", exif=exif(), comment=b"Mina Tea", xmp=b"<x>SERIAL-4711</x>", **options
    )
    preview = b"JFXX\x00\x10SERIAL-4711"
    segment = b"\xff\xe0" + struct.pack(">H", len(preview) + 2) + preview
    return data[:2] + segment + data[2:] + b"PK\x03\x04hidden"


def dirty_png():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Mina Tea")
    info.add_itxt("XML:com.adobe.xmp", "SERIAL-4711")
    return saved(painting("RGBA"), "PNG", exif=exif(), pnginfo=info) + b"PK\x03\x04hidden"


def dirty_webp(**options):
    image = painting("RGBA")
    return saved(image, "WEBP", exif=exif(), xmp=b"<x>SERIAL-4711</x>", **options)


def dirty_gif():
    frames = [painting("RGB").quantize(), painting("RGB").rotate(90).quantize()]
    return saved(
        frames[0], "GIF", save_all=True, append_images=frames[1:], comment=b"Mina Tea", loop=0
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (dirty_jpeg(), "JPEG"),
        (dirty_jpeg(progressive=True), "JPEG"),
        (dirty_jpeg(restart_marker_blocks=1), "JPEG"),
        (dirty_png(), "PNG"),
        (dirty_webp(lossless=True), "WEBP"),
        (dirty_webp(quality=80), "WEBP"),
        (dirty_gif(), "GIF"),
    ],
    ids=["jpeg", "progressive", "restarts", "png", "webp lossless", "webp", "gif"],
)
def test_secrets_go_and_pixels_stay(data, kind):
    assert any(secret in data for secret in SECRETS)
    clean = strip(data, kind)
    assert not any(secret in clean for secret in SECRETS)
    assert pixels(clean) == pixels(data)
    assert strip(clean, kind) == clean
    with Image.open(BytesIO(clean)) as image:
        assert not image.getexif()
        assert "comment" not in image.info


KINDS = {
    "JPEG": (("RGB", "L", "CMYK"), ({}, {"progressive": True}, {"subsampling": 0})),
    "PNG": (("RGB", "RGBA", "L", "LA", "P", "1", "I;16"), ({}, {"interlace": 1})),
    "WEBP": (("RGB", "RGBA"), ({}, {"lossless": True})),
    "GIF": (("P", "L"), ({}, {"interlace": 0}, {"transparency": 3})),
}


@given(
    kind=st.sampled_from(sorted(KINDS)),
    which=st.integers(0, 20),
    how=st.integers(0, 5),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    behind=st.binary(max_size=40),
)
def test_no_pixel_of_any_picture_changes(kind, which, how, size, behind):
    modes, ways = KINDS[kind]
    mode = modes[which % len(modes)]
    image = noise(*size, "L" if mode in ("1", "P", "I;16") else mode)
    image = image if image.mode == mode else image.convert(mode)
    data = saved(image, kind, **ways[how % len(ways)])
    clean = strip(data + behind, kind)
    assert pixels(clean) == pixels(data)
    assert strip(clean, kind) == clean
    assert len(clean) <= len(data)


def test_what_follows_the_packed_pixels_is_not_followed():
    data = saved(painting(), "PNG")
    at = data.index(b"IDAT") - 4
    end = data.index(b"IEND") - 4
    body = data[at + 8 : end - 4] + b"SERIAL-4711"
    head = struct.pack(">I", len(body)) + b"IDAT" + body
    hiding = data[:at] + head + struct.pack(">I", zlib.crc32(b"IDAT" + body)) + data[end:]
    with pytest.raises(ValueError, match="follows"):
        strip(hiding, "PNG")


def test_a_loop_block_goes_on_with_nothing_else():
    data = dirty_gif()
    at = data.index(b"NETSCAPE2.0") + 11 + 4
    hiding = data[:at] + b"\x0bSERIAL-4711" + data[at:]
    assert pixels(hiding) == pixels(data)
    assert strip(hiding, "GIF") == strip(data, "GIF")


def test_a_second_picture_in_a_jpeg_goes():
    data = saved(painting(), "MPO", save_all=True, append_images=[painting().rotate(180)])
    assert data.count(b"\xff\xd8\xff") == 2
    assert strip(data, "JPEG").count(b"\xff\xd8\xff") == 1


def jpeg_segment(marker, body):
    return b"\xff" + bytes((marker,)) + struct.pack(">H", len(body) + 2) + body


def test_behind_the_way_colours_are_coded_nothing_hides():
    """Adobe's segment stays, without which inks turn into their opposite."""
    data = saved(painting("CMYK"), "JPEG")
    at = data.index(b"\xff\xee")
    (length,) = struct.unpack_from(">H", data, at + 2)
    adobe = data[at + 4 : at + 2 + length]
    assert (adobe[:5], len(adobe)) == (b"Adobe", 12)
    hiding = data[:at] + jpeg_segment(0xEE, adobe + b"SERIAL-4711") + data[at + 2 + length :]
    assert pixels(hiding) == pixels(data)
    assert strip(hiding, "JPEG") == strip(data, "JPEG")
    assert jpeg_segment(0xEE, adobe) in strip(data, "JPEG")


def test_a_part_of_a_profile_that_comes_twice_counts_once():
    data = saved(painting(), "JPEG", icc_profile=profiles.matrix())
    other = jpeg_segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + profiles.grey())
    at = data.index(b"\xff\xdb")
    twice = data[:at] + other + data[at:]
    assert strip(twice, "JPEG") == strip(data, "JPEG")
    with Image.open(BytesIO(strip(twice, "JPEG"))) as image:
        assert image.info["icc_profile"][16:20] == b"RGB "


def test_parts_of_a_profile_are_put_together_in_their_order():
    profile, plain = profiles.matrix(), saved(painting(), "JPEG")
    cut = len(profile) // 2
    halves = [
        jpeg_segment(0xE2, b"ICC_PROFILE\x00" + bytes((number, 2)) + part)
        for number, part in ((2, profile[cut:]), (1, profile[:cut]))
    ]
    data = plain[:2] + b"".join(halves) + plain[2:]
    assert strip(data, "JPEG") == strip(saved(painting(), "JPEG", icc_profile=profile), "JPEG")


def test_an_animation_keeps_its_frames_and_loop():
    clean = strip(dirty_gif(), "GIF")
    assert gif_frames(clean) == 2
    with Image.open(BytesIO(clean)) as image:
        assert image.n_frames == 2
        assert image.info["loop"] == 0


def test_a_chunk_of_unknown_kind_goes():
    data = saved(painting(), "PNG")
    chunk = b"caBX" + b"SERIAL-4711"
    extra = struct.pack(">I", 11) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert strip(data[:33] + extra + data[33:], "PNG") == strip(data, "PNG")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (dirty_jpeg(), "JPEG"),
        (dirty_png(), "PNG"),
        (dirty_webp(), "WEBP"),
        (dirty_gif(), "GIF"),
    ],
    ids=["jpeg", "png", "webp", "gif"],
)
@given(cut=st.floats(0, 0.9), junk=st.binary(max_size=8), at=st.floats(0, 1))
def test_a_broken_file_is_a_value_error_or_a_file(data, kind, cut, junk, at):
    place = int(at * len(data))
    broken = (data[:place] + junk + data[place + len(junk) :])[: int(len(data) * (1 - cut))]
    with suppress(ValueError):
        assert isinstance(strip(broken, kind), bytes)
