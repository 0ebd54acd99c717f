"""What of a video stays is listed: whatever else stands in it, at any level, is gone."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.video import look
from services.media.video_cleaning import cleaning_of
from services.media.video_samples import outside

DATA = Path(__file__).parents[2] / "data"
POT, CUP = DATA / "pot.mp4", DATA / "cup.mov"
PLACE = b"SECRET +48.8577+002.295/"


def box(kind, *inside):
    body = b"".join(inside)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def within(data, path, extra):
    """`extra` as the last box of the one that this path leads to."""
    out, levels, start = bytearray(data), [], 0
    for kind in path:
        at = start
        while bytes(out[at + 4 : at + 8]) != kind:
            at += struct.unpack_from(">I", out, at)[0]
        levels.append(at)
        start = at + 8
    end = levels[-1] + struct.unpack_from(">I", out, levels[-1])[0] if levels else len(out)
    out[end:end] = extra
    for at in levels:
        struct.pack_into(">I", out, at, struct.unpack_from(">I", out, at)[0] + len(extra))
    return bytes(out)


def cleaned(tmp_path, data):
    source = tmp_path / "film.mp4"
    source.write_bytes(data)
    cleaning = cleaning_of(source)
    after = cleaning.applied(data, 0)
    kept = tmp_path / "kept.mp4"
    kept.write_bytes(after)
    assert len(after) == len(data)
    assert look(kept) == look(source)
    assert cleaning_of(kept).applied(after, 0) == after
    assert not cleaning_of(kept).had_place
    return after, cleaning.had_place


FILM, TRACK = (b"moov",), (b"moov", b"trak")
LEVELS = [
    (),
    FILM,
    TRACK,
    (*TRACK, b"mdia"),
    (*TRACK, b"mdia", b"minf"),
    (*TRACK, b"mdia", b"minf", b"stbl"),
]


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: "-".join(map(bytes.decode, level)))
@pytest.mark.parametrize(
    "kind", [b"free", b"skip", b"sefd", b"gps ", b"udta", b"uuid", b"meta", b"PICT", b"\xa9xyz"]
)
def test_nothing_unlisted_stays_at_any_level(tmp_path, level, kind):
    after, had_place = cleaned(tmp_path, within(POT.read_bytes(), level, box(kind, PLACE)))

    assert b"SECRET" not in after
    assert b"+48.8" not in after
    assert had_place


@pytest.mark.parametrize("source", [POT, CUP])
def test_names_of_makers_and_programs_go(tmp_path, source):
    data = bytearray(source.read_bytes())
    for at in (at for at in range(len(data)) if data[at : at + 4] == b"hdlr"):
        size = struct.unpack_from(">I", data, at - 4)[0]
        data[at + 28 : at - 4 + size] = b"S" * (size - 32)
        data[at + 16 : at + 20] = b"MAKR"
    coder = b"hvc1" if b"hvc1" in data else b"avc1"
    at = data.index(coder, data.index(b"stsd"))
    data[at + 4 + 42 : at + 4 + 74] = b"\x0dAction camera".ljust(32, b"!")

    after, _ = cleaned(tmp_path, bytes(data))

    for told in (b"SSSS", b"MAKR", b"Action camera"):
        assert told not in after


def places(kind, at, *, chunks):
    """A track of places with one sample of these lengths in each chunk."""
    starts = [at + sum(chunks[:turn]) for turn in range(len(chunks))]
    table = box(
        b"stbl",
        box(b"stsd", struct.pack(">II", 0, 1), box(kind, bytes(8))),
        box(b"stsc", struct.pack(">5I", 0, 1, 1, 1, 1)),
        box(
            b"stsz", struct.pack(">3I", 0, 0, len(chunks)), struct.pack(f">{len(chunks)}I", *chunks)
        ),
        box(b"stco", struct.pack(">2I", 0, len(chunks)), struct.pack(f">{len(chunks)}I", *starts)),
    )
    handler = box(b"hdlr", struct.pack(">II4s", 0, 0, b"meta"), bytes(12), b"SECRET name\0")
    return box(b"trak", box(b"tkhd", bytes(84)), box(b"mdia", handler, box(b"minf", table)))


@pytest.mark.parametrize(("kind", "told"), [(b"gpmd", True), (b"camm", True), (b"tmcd", False)])
def test_a_track_of_places_goes_with_its_samples(tmp_path, kind, told):
    plain, _ = cleaned(tmp_path, CUP.read_bytes())
    end = len(plain) + len(places(kind, 0, chunks=[10, 14]))
    data = within(plain, FILM, places(kind, end + 8, chunks=[10, 14])) + box(b"mdat", PLACE)

    after, had_place = cleaned(tmp_path, data)

    assert b"SECRET" not in after
    assert b"48.8577" not in after
    assert kind not in after
    assert had_place == told


def test_a_track_that_points_at_the_film_takes_nothing_of_it(tmp_path):
    data = within(POT.read_bytes(), FILM, places(b"gpmd", 0, chunks=[9_000, 9_000]))
    at = data.index(b"mdat") - 4
    film = slice(at, at + struct.unpack_from(">I", data, at)[0])

    after, _ = cleaned(tmp_path, data)

    assert after[film] == data[film]
    assert after[:8] == data[:8]


def test_broken_tables_are_passed_by(tmp_path):
    odd = box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", box(b"stco"), box(b"stsz")))))

    after, _ = cleaned(tmp_path, within(CUP.read_bytes(), FILM, odd))

    assert b"stco" in after
    assert after.count(b"trak") == CUP.read_bytes().count(b"trak")


RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=8)


@given(RANGES, RANGES)
def test_outside_is_what_only_the_first_have(first, second):
    ranges, kept = ([(at, at + size) for at, size in some] for some in (first, second))

    def places_of(some):
        return {at for start, end in some for at in range(start, end)}

    assert places_of(outside(ranges, kept)) == places_of(ranges) - places_of(kept)


def test_times_of_either_length_are_blanked_whole(tmp_path):
    head = b"\1\0\0\0" + b"T" * 16 + struct.pack(">IQ", 600, 1) + bytes(80)

    after, _ = cleaned(tmp_path, within(POT.read_bytes(), FILM, box(b"mvhd", head)))

    assert b"T" * 4 not in after
    assert b"\1\0\0\0" + bytes(16) + struct.pack(">IQ", 600, 1) in after


def test_a_long_box_is_renamed_in_its_place(tmp_path):
    plain = POT.read_bytes()
    size = struct.pack(">Q", 16 + len(PLACE))

    after, _ = cleaned(tmp_path, plain + b"\0\0\0\1udta" + size + PLACE)

    assert after[len(plain) :] == b"\0\0\0\1free" + size + bytes(len(PLACE))
