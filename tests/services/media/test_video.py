"""Reading the head of a video: our two samples, and files that are broken in every way."""

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.errors import BadVideo, VideoProblem
from services.media.video import is_video, look
from services.media.video_boxes import Boxes

DATA = Path(__file__).parents[2] / "data"
POT, CUP = DATA / "pot.mp4", DATA / "cup.mov"


def box(kind: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def kept(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def problem_of(path: Path) -> VideoProblem:
    with pytest.raises(BadVideo) as caught:
        look(path)
    return caught.value.problem


def test_an_mp4_with_sound():
    facts = look(POT)

    assert (facts.mime, facts.bytes) == ("video/mp4", POT.stat().st_size)
    assert (facts.width, facts.height, facts.millis) == (160, 90, 1200)
    assert (facts.codec, facts.chroma, facts.square) == ("avc1", 1, True)
    assert facts.frames == pytest.approx(15)
    assert (facts.sound, facts.channels, facts.aac) == ("mp4a", 1, 2)


def test_a_mov_in_hevc_without_sound():
    facts = look(CUP)

    assert (facts.mime, facts.codec, facts.sound) == ("video/quicktime", "hvc1", "")
    assert (facts.width, facts.height, facts.millis) == (96, 64, 800)


def test_only_the_head_is_read(monkeypatch):
    read = []
    whole = Boxes.read

    def counted(boxes, one, *rest, **named):
        data = whole(boxes, one, *rest, **named)
        read.append(len(data))
        return data

    monkeypatch.setattr(Boxes, "read", counted)
    look(POT)

    assert sum(read) < 2_000


def turned(data: bytes) -> bytes:
    """The picture's track on its side, as a telephone held upright writes it."""
    at = data.index(b"tkhd") + 4 + 40
    return (
        data[:at]
        + struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)
        + data[at + 36 :]
    )


def test_one_that_is_turned_is_told_as_it_is_seen(tmp_path):
    facts = look(kept(tmp_path / "up.mp4", turned(POT.read_bytes())))

    assert (facts.width, facts.height) == (90, 160)


def test_a_head_behind_a_box_of_64_bits(tmp_path):
    data = POT.read_bytes()
    at = data.index(b"mdat") - 4
    size = struct.unpack_from(">I", data, at)[0]
    long = struct.pack(">I4sQ", 1, b"mdat", size + 8) + data[at + 8 : at + size]

    facts = look(kept(tmp_path / "long.mp4", data[:at] + long + data[at + size :]))

    assert facts.millis == 1200


def test_one_without_an_end_told(tmp_path):
    """`mdat` last, with a size of 0: up to the end of the file."""
    data = POT.read_bytes()
    at = data.index(b"mdat") - 4
    size = struct.unpack_from(">I", data, at)[0]
    moved = data[:at] + data[at + size :] + b"\0\0\0\0mdat" + data[at + 8 : at + size]

    assert look(kept(tmp_path / "streamed.mp4", moved)).millis == 1200


def fragmented(count: int) -> bytes:
    """A film of `count` fragments of 10 frames, 50 ticks each, over the sample's own head."""
    data = POT.read_bytes()
    at = data.index(b"moov") - 4
    size = struct.unpack_from(">I", data, at)[0]
    moov = bytearray(data[at + 8 : at + size])
    # Nothing of it is in the head: neither a length nor a sample.
    times = moov.index(b"mdhd")
    struct.pack_into(">II", moov, times + 16, 1_000, 0)
    struct.pack_into(">I", moov, moov.index(b"stsz") + 12, 0)
    trex = box(b"trex", struct.pack(">6I", 0, 1, 1, 50, 0, 0))
    run = box(b"trun", struct.pack(">2I", 0, 10))
    each = box(b"moof", box(b"traf", box(b"tfhd", struct.pack(">2I", 0, 1)), run))
    return data[:at] + box(b"moov", bytes(moov), box(b"mvex", trex)) + each * count


def test_fragments_are_counted(tmp_path):
    facts = look(kept(tmp_path / "pieces.mp4", fragmented(6)))

    assert facts.millis == 3_000
    assert facts.frames == pytest.approx(20)


@pytest.mark.parametrize("ends", [12, 30, 200, 9_000, 11_000])
def test_one_that_is_cut_short(tmp_path, ends):
    data = POT.read_bytes()[:ends]

    assert problem_of(kept(tmp_path / "cut.mp4", data)) is VideoProblem.CUT_SHORT


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", VideoProblem.UNREADABLE),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), VideoProblem.UNREADABLE),
        (box(b"ftyp", b"avif", bytes(4)), VideoProblem.UNREADABLE),
        (b"\x1a\x45\xdf\xa3" + bytes(40), VideoProblem.OTHER_KIND),
        (b"RIFF\0\0\0\0AVI LIST" + bytes(40), VideoProblem.OTHER_KIND),
        (box(b"ftyp", b"isom", bytes(4)), VideoProblem.CUT_SHORT),
        (box(b"ftyp", b"isom", bytes(4)) + box(b"moov"), VideoProblem.NO_PICTURE),
    ],
)
def test_what_is_no_video_of_x(tmp_path, data, problem):
    assert problem_of(kept(tmp_path / "clip.mp4", data)) is problem


def test_one_that_is_gone_or_a_folder(tmp_path):
    assert problem_of(tmp_path / "nothing.mp4") is VideoProblem.UNREADABLE
    assert problem_of(tmp_path) is VideoProblem.UNREADABLE
    assert not is_video(tmp_path / "nothing.mp4")
    assert not is_video(tmp_path)


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b"\0\0\0\x20ftypisom", True),
        (b"\0\0\0\x14ftypqt  ", True),
        (b"\0\0\0\x08wide\0\0\0\0mdat", True),
        (b"\0\0\0\x18ftypheic", False),
        (b"\0\0\0\x18ftypavif", False),
        (b"\x1a\x45\xdf\xa3", True),
        (b"GIF89a", False),
        (b"", False),
    ],
)
def test_a_video_is_known_by_its_first_bytes(tmp_path, head, known):
    assert is_video(kept(tmp_path / "any.jpg", head)) is known


def test_boxes_within_boxes_have_an_end(tmp_path):
    """A hundred thousand boxes, as a file may have that is made to keep us busy."""
    data = box(b"ftyp", b"isom", bytes(4)) + box(b"free") * 100_001

    assert problem_of(kept(tmp_path / "many.mp4", data)) is VideoProblem.CUT_SHORT


@given(st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_wrong_is_told_as_one_error(tmp_path, data):
    """Bytes of the head changed by chance: it is read, or refused with a reason."""
    whole = bytearray((CUP if data.draw(st.booleans()) else POT).read_bytes())
    begins = whole.index(b"moov")
    for place in data.draw(st.lists(st.integers(begins, len(whole) - 1), max_size=6)):
        whole[place] = data.draw(st.integers(0, 255))
    path = kept(tmp_path / "odd.mp4", bytes(whole))

    try:
        facts = look(path)
    except BadVideo:
        return
    assert facts.bytes == len(whole)
