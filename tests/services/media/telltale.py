"""Pictures that tell on their owner, in every way exiftool and a hand know."""

from __future__ import annotations

import struct
import subprocess
import zlib
from pathlib import Path

from PIL import Image

from tests.services.media import profiles
from tests.services.media.drawn import noise, saved
from tests.services.media.heic import heic

PLACE, OWNER, SERIAL = "35.6892", "Mina Tea", "SERIAL-4711"
SECRETS = (b"Mina", b"4711", b"35.68", b"hidden", b"Exif", b"http://ns.adobe", b"Photoshop")

_TAGS = (
    *(f"-GPSLatitude={PLACE}", "-GPSLatitudeRef=N", "-GPSLongitude=51.389", "-GPSLongitudeRef=E"),
    *(f"-Artist={OWNER}", f"-Copyright={OWNER}", f"-OwnerName={OWNER}", f"-UserComment={OWNER}"),
    *(f"-SerialNumber={SERIAL}", f"-LensSerialNumber={SERIAL}", f"-ImageUniqueID={SERIAL}"),
    *("-Make=Hidden hidden", f"-Software={SERIAL}", "-DateTimeOriginal=2026:11:20 10:00:00"),
    *(
        f"-XMP-dc:Creator={OWNER}",
        f"-XMP-aux:SerialNumber={SERIAL}",
        f"-XMP-exif:GPSLatitude={PLACE}",
    ),
    *(f"-XMP-mwg-rs:RegionName={OWNER}", f"-XMP-photoshop:History={OWNER}"),
    *(f"-IPTC:By-line={OWNER}", f"-IPTC:City={SERIAL}", "-Photoshop:CopyrightFlag=True"),
    f"-Comment={OWNER}",
)


def drawing() -> Image.Image:
    return noise(64, 48)


def write_all(folder: Path) -> list[Path]:
    """One of each kind, first by hand, then by exiftool."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in _by_hand().items():
        (folder / name).write_bytes(data)
    stamp = folder / "stamp.bin"
    stamp.write_bytes(saved(drawing().resize((16, 12)), "JPEG"))
    paths = sorted(path for path in folder.iterdir() if path != stamp)
    command = ["exiftool", "-m", "-q", "-q", "-overwrite_original", *_TAGS]
    subprocess.run([*command, f"-ThumbnailImage<={stamp}", *map(str, paths)], check=False)
    stamp.unlink()
    for path in paths:
        _behind_the_end(path)
    return paths


def _by_hand() -> dict[str, bytes]:
    image, profile = drawing(), profiles.matrix()
    frames = {"save_all": True, "append_images": [image.rotate(90).quantize()]}
    moving = {"save_all": True, "append_images": [image.rotate(90)], "lossless": True}
    second = {"save_all": True, "append_images": [image.rotate(180)]}
    note = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0x927C, 7, 11, 26) + bytes(4)
    turned = Image.Exif()
    turned[0x0112] = 6
    return {
        "photo.jpg": saved(image, "JPEG", icc_profile=profile, exif=note + SERIAL.encode()),
        "progressive.jpg": saved(image, "JPEG", progressive=True, comment=OWNER),
        "turned.jpg": saved(image, "JPEG", exif=turned, comment=OWNER, icc_profile=profile),
        "two.jpg": saved(image, "MPO", **second),
        "content.jpg": _with_credentials(saved(image, "JPEG")),
        "huge profile.jpg": saved(image, "JPEG", icc_profile=_huge()),
        "a.png": saved(image, "PNG", icc_profile=profile),
        "content.png": _with_chunk(saved(image, "PNG"), b"caBX", SERIAL.encode()),
        "moving.png": saved(image, "PNG", save_all=True, append_images=[image.rotate(90)]),
        "a.webp": saved(image, "WEBP", lossless=True, icc_profile=profile),
        "moving.webp": saved(image, "WEBP", **moving, icc_profile=profile),
        "moving.gif": saved(image.quantize(), "GIF", **frames, comment=OWNER.encode()),
        "still.gif": saved(image.quantize(), "GIF", comment=OWNER.encode()),
        "a.tif": saved(image, "TIFF", icc_profile=profile),
        "a.avif": saved(image, "AVIF", icc_profile=profile),
        "a.heic": heic(profile=profile),
        "a.bmp": saved(image, "BMP"),
    }


def _huge() -> bytes:
    return profiles.matrix(pad_=b"text\0\0\0\0" + OWNER.encode() * 150_000)


def _with_credentials(jpeg: bytes) -> bytes:
    """Content credentials (C2PA) lie in APP11; a maker's own words in any other APP."""
    parts = b"".join(
        b"\xff" + bytes((marker,)) + struct.pack(">H", 2 + len(body)) + body
        for marker in (0xEB, 0xE3, 0xED, 0xEF)
        for body in (b"JP\0\1" + SERIAL.encode(),)
    )
    return jpeg[:2] + parts + jpeg[2:]


def _with_chunk(png: bytes, name: bytes, body: bytes) -> bytes:
    made = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return png[:33] + made + png[33:]


def _behind_the_end(path: Path) -> None:
    """What a phone's moving pictures and steganography leave there."""
    with path.open("ab") as file:
        file.write(b"\0\0\0\x18ftypmp42hidden" + SERIAL.encode())
