"""What a file is by its bytes, whatever it is called."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media import sniff
from tests.services.media.drawn import noise, saved
from tests.services.media.heic import heic


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF"])
def test_each_kind_that_is_read_is_known(kind):
    assert sniff.format_of(saved(noise(16, 16), kind)) == kind


def test_heic_and_what_shares_its_box():
    assert sniff.format_of(heic()) == "HEIF"
    assert sniff.format_of(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic") == "HEIF"
    assert sniff.format_of(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif") == "AVIF"
    assert sniff.format_of(b"\0\0\0\x18ftypisom\0\0\0\0isommp41") is None


@pytest.mark.parametrize(
    "data",
    [
        b"8BPS\0\1",
        b"\0\0\0\x0cjP  \r\n",
        b"\xff\x0a\xfa",
        b"\0\0\1\0\1\0",
        b'<?xml version="1.0"?>\n<svg xmlns=',
        b"<!-- made by hand --><svg>",
        b"P6\n3 2\n255\n",
        b"gimp xcf v011",
        b"%!PS-Adobe-3.0",
        b"\0\0\0\x18ftypcrx \0\0\0\1",
        b"II*\0\x10\0\0\0CR\2\0",
    ],
)
def test_other_pictures_are_called_pictures_and_not_read(data):
    assert sniff.format_of(data) is None
    assert sniff.is_other_picture(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"BMW prices of November",
        b"%PDF-1.7",
        b"PK\3\4",
        b"<html><svg></svg>",
        b"P5 is the fifth",
        "عکس".encode(),
    ],
)
def test_what_is_no_picture_is_not_taken_for_one(data):
    assert sniff.format_of(data) is None
    assert not sniff.is_other_picture(data)


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_cameras_raw_picture_is_not_taken_for_its_stamp(order):
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}HHII", 0x00FE, 4, 1, 1)
    data = mark + struct.pack(f"{order}IH", 8, 1) + entry
    assert sniff.format_of(data) is None
    assert sniff.is_other_picture(data)
    whole = mark + struct.pack(f"{order}IH", 8, 1) + entry[:-4] + bytes(4)
    assert sniff.format_of(whole) == "TIFF"


def test_what_ends_early_says_so():
    for data in (heic(), saved(noise(20, 20), "WEBP"), saved(noise(20, 20), "AVIF")):
        assert not sniff.ends_early(data)
        assert sniff.ends_early(data[:-1])


@given(st.binary(max_size=300), st.sampled_from([b"", b"II*\0", b"RIFF", b"\0\0\0\x40ftypmif1"]))
def test_no_bytes_are_too_odd(data, start):
    assert sniff.format_of(start + data) in (None, *sniff.READ)
    sniff.is_other_picture(start + data)
    sniff.ends_early(start + data)
