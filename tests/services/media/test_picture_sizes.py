import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.picture_sizes import Sized, sizes_of

HASH = "aabbccddeeff00112233445566778899"
PIN = f"aa/bb/cc/{HASH}"
OLD = f"https://64.media.tumblr.com/{HASH}/tumblr_o5i2srwgyY1_"


def test_a_pin_of_any_size_is_the_same_picture() -> None:
    found = {
        sizes_of((Sized(f"https://{host}/{size}/{PIN}.jpg?x=1"),)).key
        for host in ("i.pinimg.com", "s-media-cache-ak0.pinimg.com")
        for size in ("236x", "564x", "736x", "1200x", "60x60", "originals", "280x280_RS")
    }
    assert found == {PIN}


def test_a_pin_that_is_a_png_is_tried_as_one_first() -> None:
    full = sizes_of((Sized(f"https://i.pinimg.com/originals/{PIN}.png"),)).full
    assert full[0].endswith("originals/" + PIN + ".png")
    assert full[1].endswith("originals/" + PIN + ".jpg")
    assert len(set(full)) == len(full)


@pytest.mark.parametrize("size", ["75sq", "100", "250", "400", "500", "540", "640", "1280"])
def test_an_old_tumblr_picture(size: str) -> None:
    found = sizes_of((Sized(f"{OLD}{size}.jpg"),))
    assert found.full[0] == f"{OLD}1280.jpg"
    assert found.full[-1] == f"{OLD}{size}.jpg"
    assert found.small == f"{OLD}250.jpg"


def test_a_moving_one_is_not_asked_for_small() -> None:
    """Its small forms move, too, and need not be there."""
    assert sizes_of((Sized(f"{OLD}500.gif"),)).small == f"{OLD}500.gif"


def test_a_new_tumblr_picture_that_is_large_already() -> None:
    address = f"https://64.media.tumblr.com/{HASH}/8f1b2d40b564c65e-1f/s2048x3072/{'0' * 40}.pnj"
    assert sizes_of((Sized(address),)).full == (address,)


def test_sites_that_only_look_alike_are_taken_as_they_are() -> None:
    for address in (
        f"https://i.pinimg.com.evil.example/236x/{PIN}.jpg",
        f"https://evil.example/i.pinimg.com/236x/{PIN}.jpg",
        f"https://64.media.tumblr.com.evil.example/{HASH}/tumblr_o5i2srwgyY1_500.jpg",
        f"https://i.pinimg.com/236x/{PIN}.svg",
    ):
        assert sizes_of((Sized(address),)).full == (address,)


ADDRESSES = st.one_of(
    st.sampled_from(
        [f"https://i.pinimg.com/{size}/{PIN}.jpg" for size in ("236x", "originals")]
        + [f"{OLD}{size}.png" for size in ("500", "1280")]
        + [f"https://shop.example/{name}.jpg" for name in "abc"]
    ),
    st.text(max_size=40).map(lambda text: f"https://shop.example/{text}"),
)


@given(st.lists(st.builds(Sized, ADDRESSES, st.integers(0, 4_000)), min_size=1, max_size=6))
def test_there_is_always_one_to_try_and_none_twice(known: list[Sized]) -> None:
    found = sizes_of(tuple(known))
    assert found.full
    assert len(set(found.full)) == len(found.full)
    assert found.small.startswith("https://")
