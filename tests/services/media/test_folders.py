import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import BadImage
from services.media.folders import natural, pictures_of


def test_names_come_as_they_are_counted_in_any_digits() -> None:
    names = [
        "cup 10.jpg",
        "Cup 2.jpg",
        "cup 1.jpg",
        "فنجان ١٠.jpg",
        "فنجان ٢.jpg",
        "茶碗2.jpg",
        "茶碗11.jpg",
    ]
    expected = [
        "cup 1.jpg",
        "Cup 2.jpg",
        "cup 10.jpg",
        "فنجان ٢.jpg",
        "فنجان ١٠.jpg",
        "茶碗2.jpg",
        "茶碗11.jpg",
    ]
    assert sorted(reversed(names), key=natural) == expected


@given(st.lists(st.text(max_size=40), max_size=20))
def test_any_names_have_one_order(names: list[str]) -> None:
    assert sorted(names, key=natural) == sorted(reversed(names), key=natural)


def test_numbers_as_long_as_a_name_may_be() -> None:
    assert natural("9" * 255) > natural("1" * 255)


def test_only_pictures_of_the_folder_itself(tmp_path: Path) -> None:
    for name in ("b.JPG", "a.heic", ".c.jpg", "d.txt", "e", "f.jpg.part"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "deeper.png").mkdir()
    listed = pictures_of(tmp_path, most=12)
    assert [path.name for path in listed.files] == ["a.heic", "b.JPG"]
    assert listed.left_out == 0


def test_what_does_not_fit_is_counted(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.png").write_bytes(b"")
    listed = pictures_of(tmp_path, most=12)
    assert [path.stem for path in listed.files] == [str(number) for number in range(12)]
    assert listed.left_out == 18
    assert pictures_of(tmp_path, most=0).left_out == 30


def test_a_folder_that_is_gone_or_closed_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadImage):
        pictures_of(tmp_path / "gone", most=3)
    with pytest.raises(BadImage):
        pictures_of(Path(os.devnull), most=3)
