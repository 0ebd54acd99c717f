from dataclasses import replace

import pytest
from PIL import Image

from services.clock import DAY
from services.media.board_values import Cell
from services.my_shop.profiles import Profile
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from tests.services.media.drawn import saved
from tests.services.media.test_fingerprint import photographed


def keep(shop, image, name="a.jpg", kind="JPEG", **options):
    return shop.pictures.add_bytes(saved(image, kind, **options), name=name)


@pytest.fixture
def account(shop):
    return shop.accounts.add("tea", "UTC").id


@pytest.fixture
def picture(shop):
    return keep(shop, photographed(1))


def draft(shop, account, picture, text="New mugs are in"):
    return shop.drafts.begin(account, parts=(DraftPart(text, ((picture.hash, ""),)),))


def set_sent(shop, post_id, at):
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (at, post_id)
        )


def test_a_picture_nobody_used(shop, picture):
    uses = shop.picture_uses.of(picture.hash)
    assert uses.posts == uses.boards == uses.products == ()
    assert uses.logos == 0
    assert uses.sent is None


def test_the_last_post_comes_first_with_when_it_was_sent(shop, account, picture, clock):
    older, newer = draft(shop, account, picture, "First"), draft(shop, account, picture, "Second")
    open_one = draft(shop, account, picture, "Not sent")
    set_sent(shop, older.id, clock.now() - 20 * DAY)
    set_sent(shop, newer.id, clock.now() - 2 * DAY)
    uses = shop.picture_uses.of(picture.hash)
    assert [use.beginning for use in uses.posts] == ["Not sent", "Second", "First"]
    assert uses.sent.post_id == newer.id
    assert uses.sent.at == clock.now() - 2 * DAY
    assert uses.posts[0].state is State.DRAFT
    besides = shop.picture_uses.of(picture.hash, besides=open_one.id)
    assert [use.post_id for use in besides.posts] == [newer.id, older.id]


def test_a_deleted_post_does_not_count(shop, account, picture):
    shop.drafts.delete(draft(shop, account, picture).id)
    assert shop.picture_uses.of(picture.hash).posts == ()


def test_accounts_are_kept_apart_where_asked(shop, account, picture):
    other = shop.accounts.add("kiln", "UTC").id
    draft(shop, other, picture, "Elsewhere")
    assert shop.picture_uses.of(picture.hash, account_id=account).posts == ()
    assert shop.picture_uses.of(picture.hash).posts[0].account_id == other


def test_the_same_picture_saved_again_is_known(shop, account, picture, clock):
    """She used it in November, and in December drags X's own copy in."""
    post = draft(shop, account, picture)
    set_sent(shop, post.id, clock.now() - 17 * DAY)
    shop.pictures.thumbnail(picture.hash, 96)
    copy = keep(shop, photographed(1).resize((680, 453)), "x.jpg", quality=85)
    assert copy.hash != picture.hash
    assert shop.picture_uses.of(copy.hash).sent.post_id == post.id
    other = keep(shop, photographed(2), "y.jpg")
    assert shop.picture_uses.of(other.hash).posts == ()


def test_on_a_board_and_in_the_post_of_the_board(shop, account, picture):
    board = shop.boards.create(account, name="Autumn", cells=[Cell(picture.hash)] * 2)
    made = keep(shop, photographed(9), "board.jpg")
    post = draft(shop, account, made, "پاییز در مغازه")
    shop.drafts.set_board(post.id, board.id)
    uses = shop.picture_uses.of(picture.hash)
    assert [(use.id, use.name) for use in uses.boards] == [(board.id, "Autumn")]
    (use,) = uses.posts
    assert (use.post_id, use.through_board, use.beginning) == (post.id, True, "پاییز در مغازه")
    shop.boards.save(replace(board, made=made.hash))
    assert shop.picture_uses.of(made.hash).boards[0].id == board.id
    assert not shop.picture_uses.of(made.hash).posts[0].through_board


def test_a_logo_and_a_product(shop, account, picture, clock):
    shop.profiles.save(account, Profile(name="Tea", logo=picture.hash))
    shop.products.add(account, name="Blue mug", picture=picture.hash)
    uses = shop.picture_uses.of(picture.hash)
    assert uses.logos == 1
    assert uses.products == ("Blue mug",)


def test_a_long_text_begins_with_its_beginning(shop, account, picture):
    draft(shop, account, picture, "新しい\n湯呑み 🍵 " * 40)
    (use,) = shop.picture_uses.of(picture.hash).posts
    assert len(use.beginning) <= 80
    assert use.beginning.startswith("新しい 湯呑み 🍵 ")
    assert use.beginning.endswith("…")


def test_a_logo_of_one_colour_is_no_other_picture(shop, account):
    white, cream = (
        keep(shop, Image.new("RGB", (200, 200), colour)) for colour in ("white", "#fffbe9")
    )
    draft(shop, account, white)
    assert shop.picture_uses.of(cream.hash).posts == ()
