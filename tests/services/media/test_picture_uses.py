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


def test_a_post_whose_board_shows_the_attached_picture_too_counts_once(shop, account, picture):
    """A board of one picture more, with that picture beside it."""
    board = shop.boards.create(account, name="Autumn", cells=[Cell(picture.hash)] * 2)
    post = draft(shop, account, picture)
    shop.drafts.set_board(post.id, board.id)
    (use,) = shop.picture_uses.of(picture.hash).posts
    assert not use.through_board
    shop.drafts.delete(post.id)
    assert shop.picture_uses.of(picture.hash).posts == ()


def test_a_deleted_post_of_a_board_does_not_count(shop, account, picture):
    board = shop.boards.create(account, name="Autumn", cells=[Cell(picture.hash)] * 2)
    post = draft(shop, account, keep(shop, photographed(9), "board.jpg"))
    shop.drafts.set_board(post.id, board.id)
    assert shop.picture_uses.of(picture.hash).posts[0].through_board
    shop.drafts.delete(post.id)
    assert shop.picture_uses.of(picture.hash).posts == ()


def test_it_was_used_when_it_was_sent_and_not_when_it_was_due(shop, account, picture, clock):
    post = draft(shop, account, picture)
    due, sent = clock.now() - 9 * DAY, clock.now() - 3 * DAY
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET due_at = ? WHERE id = ?", (due, post.id))
    assert shop.picture_uses.of(picture.hash).posts[0].at == due
    set_sent(shop, post.id, sent)
    assert shop.picture_uses.of(picture.hash).sent.at == sent


def on_x(shop, account, picture, number, at, text="茶碗"):
    """A post that was read from X."""
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, picture, "
            "created_at) VALUES (?, ?, ?, ?, ?, ?)",
            (account, number, number, text, picture.hash, at),
        )


def test_a_post_that_was_not_made_here_counts(shop, account, picture, clock):
    on_x(shop, account, picture, "77", clock.now() - 5 * DAY)
    (use,) = shop.picture_uses.of(picture.hash).posts
    assert (use.post_id, use.state, use.beginning) == (None, State.SENT, "茶碗")
    assert shop.picture_uses.of(picture.hash).sent == use
    assert use.at == clock.now() - 5 * DAY


def test_a_post_made_here_and_read_from_x_again_counts_once(shop, account, picture, clock):
    post = draft(shop, account, picture)
    set_sent(shop, post.id, clock.now() - DAY)
    with shop.database.transaction() as connection:
        connection.execute("UPDATE part SET x_post_id = '77' WHERE post_id = ?", (post.id,))
    on_x(shop, account, picture, "77", clock.now() - DAY)
    assert [use.post_id for use in shop.picture_uses.of(picture.hash).posts] == [post.id]


def test_all_uses_are_kept_apart_where_asked(shop, account, picture, clock):
    other = shop.accounts.add("kiln", "UTC").id
    on_x(shop, other, picture, "77", clock.now())
    board = shop.boards.create(other, name="Autumn", cells=[Cell(picture.hash)])
    shop.drafts.set_board(draft(shop, other, keep(shop, photographed(9))).id, board.id)
    shop.profiles.save(other, Profile(name="Kiln", logo=picture.hash))
    shop.products.add(other, name="Blue mug", picture=picture.hash)
    shop.pictures.thumbnail(picture.hash, 96)
    copy = keep(shop, photographed(1).resize((680, 453)), "x.jpg", quality=85)
    mine = shop.picture_uses.of(copy.hash, account_id=account)
    assert (mine.posts, mine.boards, mine.products, mine.logos) == ((), (), (), 0)
    for asked in (other, None):
        theirs = shop.picture_uses.of(copy.hash, account_id=asked)
        assert len(theirs.posts) == 2
        assert (len(theirs.boards), theirs.products, theirs.logos) == (1, ("Blue mug",), 1)
