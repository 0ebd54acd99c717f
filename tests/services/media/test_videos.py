"""Keeping a video: a copy in pieces, without what it tells beside its picture and sound."""

import errno
import struct
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import BadVideo, StorageProblem, StorageTrouble, VideoProblem
from services.media import videos as room
from services.media.video import look
from services.media.video_cleaning import Cleaning, cleaning_of

DATA = Path(__file__).parents[2] / "data"
POT, CUP = DATA / "pot.mp4", DATA / "cup.mov"


def folder_of(shop):
    return shop.pictures.path(shop.videos.add_file(POT).picture.hash).parent


@pytest.mark.parametrize(("source", "mime"), [(POT, "video/mp4"), (CUP, "video/quicktime")])
def test_a_video_is_kept_by_the_hash_of_what_x_gets(shop, source, mime):
    kept = shop.videos.add_file(source)

    picture, data = kept.picture, shop.pictures.read(kept.picture.hash)
    assert sha256(data).hexdigest() == picture.hash
    assert (picture.mime, picture.name, picture.is_video) == (mime, source.name, True)
    assert (picture.bytes, picture.millis) == (len(data), look(source).millis)
    assert shop.videos.add_file(source).picture == picture


def media_of(data: bytes) -> bytes:
    at = data.index(b"mdat") - 4
    return data[at : at + struct.unpack_from(">I", data, at)[0]]


@pytest.mark.parametrize("source", [POT, CUP])
def test_place_and_camera_go_and_the_picture_stays_byte_for_byte(shop, source):
    before = source.read_bytes()
    kept = shop.videos.add_file(source)
    after = shop.pictures.read(kept.picture.hash)

    assert kept.had_place
    for told in (b"loci", b"location", b"+40.4168", b"Camera", b"udta"):
        assert told not in after
    assert len(after) == len(before)
    assert media_of(after) == media_of(before)
    assert look(shop.pictures.path(kept.picture.hash)) == look(source)


def test_a_day_is_not_told_either(shop, tmp_path):
    data = bytearray(POT.read_bytes())
    for kind in (b"mvhd", b"tkhd", b"mdhd"):
        struct.pack_into(">II", data, data.index(kind) + 8, 3_800_000_000, 3_800_000_001)
    dated = tmp_path / "dated.mp4"
    dated.write_bytes(data)

    after = shop.pictures.read(shop.videos.add_file(dated).picture.hash)

    assert struct.pack(">I", 3_800_000_000) not in after
    assert struct.pack(">I", 3_800_000_001) not in after


def test_one_that_tells_nothing_is_kept_as_it_is(shop, tmp_path):
    clean = shop.pictures.path(shop.videos.add_file(POT).picture.hash)
    again = tmp_path / "again.mp4"
    again.write_bytes(clean.read_bytes())

    kept = shop.videos.add_file(again)

    assert not kept.had_place
    assert shop.pictures.path(kept.picture.hash) == clean


def test_progress_is_told_and_ends_whole(shop, monkeypatch):
    monkeypatch.setattr(room, "PIECE", 1_000)
    told = []

    shop.videos.add_file(POT, progress=lambda done, of: told.append((done, of)))

    size = POT.stat().st_size
    assert told[-1] == (size, size)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) == -(-size // 1_000)


def test_one_x_would_refuse_leaves_nothing(shop, tmp_path):
    folder = folder_of(shop)
    before = set(folder.iterdir())
    short = tmp_path / "cut.mp4"
    short.write_bytes(POT.read_bytes()[:5_000])

    with pytest.raises(BadVideo):
        shop.videos.add_file(short)

    assert set(folder.iterdir()) == before


def test_a_full_disk_leaves_nothing_half(shop, monkeypatch):
    folder = folder_of(shop)
    before = set(folder.iterdir())

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(room.os, "fsync", full)
    with pytest.raises(StorageTrouble) as caught:
        shop.videos.add_file(CUP)

    assert caught.value.problem is StorageProblem.FULL
    assert set(folder.iterdir()) == before


def test_one_that_grows_while_it_is_copied_is_refused(shop, monkeypatch):
    whole = room._read
    pieces = []

    def growing(source, path):
        piece = whole(source, path)
        pieces.append(piece)
        return piece if piece or len(pieces) > 2 else b"more"

    folder = folder_of(shop)
    before = set(folder.iterdir())
    monkeypatch.setattr(room, "_read", growing)
    with pytest.raises(BadVideo) as caught:
        shop.videos.add_file(CUP)

    assert caught.value.problem is VideoProblem.CUT_SHORT
    assert set(folder.iterdir()) == before


@given(st.lists(st.integers(1, 4_000), min_size=1, max_size=8))
def test_a_cleaning_does_not_depend_on_where_the_pieces_end(sizes):
    data = POT.read_bytes()
    cleaning = cleaning_of(POT)
    whole = cleaning.applied(data, 0)
    made, at, turn = b"", 0, 0
    while at < len(data):
        size = sizes[turn % len(sizes)]
        made += cleaning.applied(data[at : at + size], at)
        at, turn = at + size, turn + 1

    assert made == whole


def test_nothing_to_clean_gives_the_same_bytes():
    assert Cleaning().applied(b"abc", 7) == b"abc"
