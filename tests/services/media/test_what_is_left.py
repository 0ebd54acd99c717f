"""exiftool judges: of all that was planted in a picture, nothing is left but what draws it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from services.media import images
from services.media.for_x import prepare
from tests.services.media.telltale import SECRETS, write_all

pytestmark = pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is the judge")

ALLOWED = frozenset(
    {
        *("SourceFile", "ExifTool:ExifToolVersion", "Composite:ImageSize", "Composite:Megapixels"),
        *("JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution"),
        *("PNG:ImageWidth", "PNG:ImageHeight", "PNG:BitDepth", "PNG:ColorType", "PNG:Compression"),
        *("PNG:Filter", "PNG:Interlace", "PNG:Palette", "PNG:Transparency", "PNG:ProfileName"),
        *("GIF:GIFVersion", "GIF:ImageWidth", "GIF:ImageHeight", "GIF:HasColorMap"),
        *("GIF:ColorResolutionDepth", "GIF:BitsPerPixel", "GIF:BackgroundColor"),
        *("GIF:AnimationIterations", "GIF:FrameCount", "GIF:Duration", "GIF:TransparentColor"),
        *("RIFF:ImageWidth", "RIFF:ImageHeight", "RIFF:WebP_Flags", "RIFF:VP8Version"),
        *("RIFF:HorizontalScale", "RIFF:VerticalScale", "RIFF:AlphaIsUsed", "RIFF:ImageVersion"),
    }
)
NEUTRAL = {
    "ICC-header:ProfileDateTime": "2000:01:01 00:00:00",
    "ICC-header:ProfileCMMType": "",
    "ICC-header:DeviceManufacturer": "",
    "ICC-header:DeviceModel": "",
    "ICC-header:ProfileCreator": "",
    "ICC-header:ProfileID": 0,
    "ICC-header:PrimaryPlatform": "Unknown ()",
    "ICC_Profile:ProfileDescription": "RGB",
    "ICC_Profile:ProfileCopyright": "-",
    "PNG:ProfileName": "icc",
}
COLOURS = ("TRC", "MatrixColumn", "WhitePoint")


def told_by(paths):
    command = ["exiftool", "-j", "-a", "-G1", "-u", "-U", "-ee", *map(str, paths)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {Path(one["SourceFile"]).name: one for one in json.loads(said)}


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    return write_all(tmp_path_factory.mktemp("before"))


@pytest.fixture(scope="module")
def after(before, tmp_path_factory):
    folder = tmp_path_factory.mktemp("after")
    paths = []
    for path in before:
        ready = prepare(path.read_bytes(), path)
        paths.append(folder / f"{path.name}.{ready.mime.partition('/')[2]}")
        paths[-1].write_bytes(ready.data)
    return paths


def test_it_was_there_before(before):
    """Else the rest would prove nothing."""
    told = told_by(before)
    for path in before:
        data = path.read_bytes()
        assert any(secret in data for secret in SECRETS), path.name
    for name in ("photo.jpg", "progressive.jpg", "two.jpg", "a.png", "a.webp", "a.tif", "a.avif"):
        assert "GPS:GPSLatitude" in told[name], name
        assert any("SerialNumber" in tag for tag in told[name]), name
        assert "XMP-dc:Creator" in told[name], name
    for name in ("photo.jpg", "progressive.jpg", "a.tif"):
        assert "IPTC:By-line" in told[name], name
    assert "IFD1:ThumbnailImage" in told["photo.jpg"]


def test_nothing_is_left_that_does_not_draw_the_picture(after):
    for name, told in told_by(after).items():
        for tag, value in told.items():
            group, _, short = tag.partition(":")
            if tag in NEUTRAL:
                assert value == NEUTRAL[tag], (name, tag, value)
            elif group in ("ICC_Profile", "ICC-header"):
                assert group == "ICC-header" or short.endswith(COLOURS), (name, tag, value)
            else:
                assert tag in ALLOWED or group in ("System", "File"), (name, tag, value)
            assert short != "Comment", (name, value)


def test_no_secret_is_left_in_any_byte(after):
    for path in after:
        data = path.read_bytes()
        for secret in SECRETS:
            assert secret not in data, (path.name, secret)


def test_what_moved_still_moves_and_the_rest_keeps_its_pixels(before, after):
    wanted = {"moving.gif", "moving.webp", "moving.png"}
    for old, new in zip(before, after, strict=True):
        assert images.facts_of(new.read_bytes(), new).moves == (old.name in wanted)
        if old.suffix in (".png", ".webp", ".bmp", ".tif") and old.name not in wanted:
            made = images.load(new.read_bytes(), new)
            assert made.tobytes() == images.load(old.read_bytes(), old).tobytes()
