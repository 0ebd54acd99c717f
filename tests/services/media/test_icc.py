"""A profile keeps its colours and loses everything it says about anyone."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from services.media import icc
from tests.services.media import profiles

PROFILES = {
    "wide": profiles.matrix(),
    "gamma": profiles.matrix(curve=profiles.gamma(1.8)),
    "grey": profiles.grey(2.2),
    "cmyk": profiles.cmyk(),
    "version 4": profiles.profile(
        {
            **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), profiles.gamma(2.0)),
            b"rXYZ": profiles.xyz(*profiles.WIDE_COLORANTS[0]),
            b"gXYZ": profiles.xyz(*profiles.WIDE_COLORANTS[1]),
            b"bXYZ": profiles.xyz(*profiles.WIDE_COLORANTS[2]),
        },
        version=4,
    ),
}
MODES = {"grey": "L", "cmyk": "CMYK"}


def steps(mode):
    """Every shade of every colour, and mixed ones."""
    image = Image.new(mode, (256, 8))
    bands = len(image.getbands())
    for x in range(256):
        for y in range(8):
            values = tuple((x * (1 + (y + band) % 3)) % 256 for band in range(bands))
            image.putpixel((x, y), values if bands > 1 else values[0])
    return image


def shown(profile, mode):
    made = ImageCms.profileToProfile(
        steps(mode),
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        outputMode="RGB",
    )
    return made.tobytes()


@pytest.mark.parametrize("kind", PROFILES)
def test_the_colours_stay_and_the_words_go(kind):
    dirty = PROFILES[kind]
    clean = icc.cleaned(dirty)
    assert shown(clean, MODES.get(kind, "RGB")) == shown(dirty, MODES.get(kind, "RGB"))
    for word in (profiles.OWNER, profiles.SERIAL, b"MINA", b"4711", b"Mina", b"APPL", b"lcms"):
        assert word in dirty
        assert word not in clean
    assert int.from_bytes(clean[:4], "big") == len(clean)
    assert icc.cleaned(clean) == clean
    about = ImageCms.ImageCmsProfile(BytesIO(clean)).profile
    assert about.profile_description in ("RGB", "Grey", "CMYK")
    assert about.creation_date.year == 2000


def test_nothing_hides_behind_a_curve_or_in_reserved_bytes():
    curve = b"curv4711" + profiles.gamma(1.8)[8:] + profiles.SERIAL
    clean = icc.cleaned(profiles.matrix(curve=curve))
    assert b"4711" not in clean
    assert clean == icc.cleaned(profiles.matrix(curve=profiles.gamma(1.8)))


def test_srgb_is_known_by_its_numbers_and_left_out():
    pillows = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert icc.is_srgb(pillows)
    assert icc.cleaned(pillows) == b""
    ours = profiles.matrix(profiles.SRGB_COLORANTS)
    assert icc.is_srgb(ours)
    assert icc.cleaned(ours) == b""


@pytest.mark.parametrize(
    "profile",
    [
        profiles.matrix(),
        profiles.matrix(profiles.SRGB_COLORANTS, profiles.gamma(2.2)),
        profiles.matrix(profiles.SRGB_COLORANTS, profiles.gamma(1.0)),
        profiles.matrix(sRGB=b"text\0\0\0\0sRGB"),
        profiles.grey(),
        profiles.cmyk(),
        b"sRGB",
    ],
    ids=["wide", "gamma", "linear", "by name alone", "grey", "cmyk", "no profile"],
)
def test_what_is_not_quite_srgb_is_not_taken_for_it(profile):
    assert not icc.is_srgb(profile)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"x" * 300,
        PROFILES["wide"][:300],
        PROFILES["wide"][:-30],
        profiles.profile({}),
        profiles.matrix(curve=b"curv\0\0\0\0\xff\xff\xff\xff"),
        profiles.profile({b"A2B0": profiles.xyz(0, 0, 0)}, space=b"Lab "),
    ],
    ids=["empty", "noise", "cut in the table", "cut", "no colours", "endless curve", "of paint"],
)
def test_what_no_colour_engine_follows_is_left_out(broken):
    assert icc.cleaned(broken) == b""


def test_one_over_the_bound_must_be_applied():
    huge = profiles.matrix(pad_=b"text\0\0\0\0" + bytes(icc.MOST_BYTES))
    with pytest.raises(ValueError, match="profile of"):
        icc.cleaned(huge)


@given(
    kind=st.sampled_from(sorted(PROFILES)),
    at=st.integers(0, 600),
    junk=st.binary(min_size=1, max_size=12),
)
def test_a_broken_profile_never_does_more_than_be_left_out(kind, at, junk):
    whole = PROFILES[kind]
    broken = whole[:at] + junk + whole[at + len(junk) :]
    icc.is_srgb(broken)
    with suppress(ValueError):
        clean = icc.cleaned(broken)
        assert icc.cleaned(clean) == clean
