from dataclasses import replace

import pytest

from services.media.board_values import Cell, Look
from services.media.references import hashes_in, hashes_in_file, refers_to
from services.my_shop.profiles import Profile
from services.publishing.drafts import DraftPart
from services.settings import RENAMED

HASHES = tuple(f"{number:064x}" for number in range(1, 9))


@pytest.fixture
def account(shop):
    return shop.accounts.add("tea", "UTC").id


@pytest.fixture
def kept(shop):
    with shop.database.transaction() as connection:
        connection.executemany(
            "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at) "
            "VALUES (?, 'image/jpeg', 9, 9, 9, ?, 0)",
            [(one, f"{one}.jpg") for one in HASHES],
        )
    return HASHES


def found(shop):
    return hashes_in(shop.database.connection) & set(HASHES)


def test_a_pictures_own_row_is_no_use_of_it(shop, kept):
    assert found(shop) == set()
    assert not any(refers_to(shop.database.connection, one) for one in kept)


def test_posts_boards_products_and_logos(shop, account, kept):
    shop.drafts.begin(account, parts=(DraftPart("x", ((kept[0], ""),)),))
    shop.products.add(account, name="Mug", picture=kept[1])
    shop.profiles.save(account, Profile(name="Tea", logo=kept[2]))
    board = shop.boards.create(account, name="b", cells=[Cell(kept[3])])
    shop.boards.save(replace(board, made=kept[4]))
    assert found(shop) == set(kept[:5])
    assert [refers_to(shop.database.connection, one) for one in kept] == [True] * 5 + [False] * 3


def test_hashes_inside_json(shop, account, kept):
    """A board's logo, a template's, and what a draft showed before."""
    shop.boards.create(account, name="b", look=Look(logo=kept[0]))
    shop.board_templates.add(account, name="t", look=Look(logo=kept[1]))
    post = shop.drafts.begin(account, parts=(DraftPart("some words", ((kept[2], ""),)),))
    shop.drafts.save(post.id, parts=(DraftPart("some words"),))
    (version,) = shop.versions.all(post.id)
    assert version.parts[0].pictures == ((kept[2], ""),)
    assert found(shop) == set(kept[:3])


def test_any_text_that_a_later_table_may_keep(shop, kept):
    with shop.database.transaction() as connection:
        connection.execute("CREATE TABLE later (id INTEGER PRIMARY KEY, notes TEXT NOT NULL)")
        connection.execute(
            "INSERT INTO later(notes) VALUES (?)", (f'{{"a": ["{kept[5]}","{kept[6]}"]}}',)
        )
    assert found(shop) == {kept[5], kept[6]}


def test_longer_numbers_are_no_hash(shop, kept):
    shop.settings.set(RENAMED, f"{kept[0]}a {kept[1].upper()}f {kept[2][:-1]}")
    assert found(shop) == set()


def test_what_people_wrote_is_not_looked_through(shop, account, kept):
    shop.drafts.begin(account, parts=(DraftPart(f"my hash is {kept[0]}"),))
    assert found(shop) == set()


@pytest.mark.parametrize("before", [0, 5, (1 << 20) - 64, (1 << 20) - 30, (1 << 20) - 1, 1 << 20])
def test_a_hash_in_a_file_wherever_it_stands(tmp_path, before):
    """Also over the edge of what is read at once, and between other hex digits."""
    path = tmp_path / "any"
    path.write_bytes(b"\0" * before + b"ab" + HASHES[0].encode() + b"0" * 9 + b"\xff\n")
    assert HASHES[0] in hashes_in_file(path)
    assert hashes_in_file(path).isdisjoint(HASHES[1:])
