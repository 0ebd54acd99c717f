import random

import pytest

from services.errors import BadImage
from services.media.fingerprint import NONE
from services.media.likeness import Likeness
from services.media.pictures import PictureStore
from tests.services.media.drawn import saved
from tests.services.media.test_fingerprint import mug, photographed


def kept(store, image, name, kind="JPEG", **options):
    return store.add_bytes(saved(image, kind, **options), name=name)


def test_the_store_finds_the_same_picture_in_other_bytes(store):
    image = photographed(1)
    first = kept(store, image, "a.jpg", quality=90)
    kept(store, photographed(2), "other.jpg")
    again_ = kept(store, image.resize((450, 300)), "b.webp", "WEBP", quality=70)
    for picture in (first, again_):
        store.thumbnail(picture.hash, 96)
    assert store.like(first.hash) == (again_,)
    assert store.like(again_.hash) == (first,)


def test_another_shape_is_another_picture(store):
    """A square out of a wide picture's middle may have like waves."""
    image = mug("#274b6d")
    first = kept(store, image, "a.jpg")
    wide = kept(store, image.resize((1_200, 800)), "b.jpg")
    store.thumbnail(wide.hash, 96)
    assert store.like(first.hash) == ()


def test_a_fingerprint_comes_with_the_first_thumbnail_and_stays(store, database):
    picture = kept(store, photographed(5), "a.jpg")
    sql = "SELECT fingerprint FROM picture WHERE hash = ?"
    assert database.connection.execute(sql, (picture.hash,)).fetchone()[0] is None
    store.thumbnail(picture.hash, 96)
    mark = database.connection.execute(sql, (picture.hash,)).fetchone()[0]
    assert len(mark) == 16 + 96
    store.thumbnail(picture.hash, 640)
    assert database.connection.execute(sql, (picture.hash,)).fetchone()[0] == mark


def test_among_five_thousand_it_is_found(paths, database, clock):
    store = PictureStore(paths, database, clock)
    lot = random.Random(8)  # noqa: S311  # marks, not secrets
    rows = [
        (f"{number:064x}", f"{lot.getrandbits(64):016x}{lot.getrandbits(384):096x}")
        for number in range(5_000)
    ]
    near = f"{int(rows[7][1][:16], 16) ^ 0b10101:016x}{rows[7][1][16:]}"
    rows.append((f"{9_999:064x}", near))
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at, fingerprint) "
            "VALUES (?, 'image/jpeg', 900, 600, 1, '', 0, ?)",
            rows,
        )
    assert [picture.hash for picture in store.like(rows[7][0])] == [f"{9_999:064x}"]


def test_missing_ones_are_made_and_a_file_that_is_gone_is_given_up(store, database):
    pictures = [kept(store, photographed(seed), f"{seed}.jpg") for seed in range(3)]
    store.path(pictures[1].hash).unlink()
    likeness = Likeness(database, store)
    assert likeness.fill(2) == 2
    assert likeness.fill(9) == 1
    assert likeness.fill(9) == 0
    assert likeness.of(pictures[1].hash) == NONE
    assert likeness.of(pictures[2].hash) != NONE


def test_one_that_was_never_kept_is_a_bad_image(store):
    with pytest.raises(BadImage):
        store.like("f" * 64)


def test_a_video_is_like_nothing(store, database):
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at, millis) "
            "VALUES (?, 'video/mp4', 1280, 720, 9, 'a.mp4', 0, 9000)",
            ("f" * 64,),
        )
    assert store.like("f" * 64) == ()


def test_the_most_alike_comes_first(store, database):
    rows = [("a" * 64, 0), ("b" * 64, 0b111), ("c" * 64, 0b1), ("0" * 64, 0b11)]
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at, fingerprint) "
            "VALUES (?, 'image/jpeg', 900, 600, 1, '', 0, ?)",
            [(name, f"{signs:016x}{'80' * 48}") for name, signs in rows],
        )
    assert [one.hash[0] for one in store.like("a" * 64)] == ["c", "0", "b"]


def test_videos_are_not_asked_for_again_and_again(store, database):
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at, millis) "
            "VALUES (?, 'video/mp4', 1280, 720, 9, 'a.mp4', 0, 9000)",
            ("f" * 64,),
        )
    assert Likeness(database, store).fill(9) == 0
