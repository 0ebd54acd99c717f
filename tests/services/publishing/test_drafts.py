from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.errors import StorageTrouble
from services.publishing.drafts import DraftPart, NotEditable, as_draft
from services.publishing.post_options import Poll, PostKind, PostOptions, WhoCanReply
from services.publishing.states import IllegalMove, State
from services.store.database import connect
from services.text.fold import folded

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    Desk = Any


def test_a_new_draft_is_empty_and_not_listed(desk: Desk) -> None:
    draft = desk.drafts.new(desk.account.id)
    assert draft.state is State.DRAFT
    assert draft.is_empty
    assert desk.drafts.all(desk.account.id) == ()
    assert desk.drafts.get(draft.id) == draft


def test_what_is_saved_is_read_by_another_connection(desk: Desk) -> None:
    picture = desk.picture()
    draft = desk.drafts.new(desk.account.id)
    parts = (DraftPart("آ 🍵 新しい茶", ((picture.hash, "A cup"),)), DraftPart("二"))
    desk.drafts.save(draft.id, parts=parts)
    connection = open_database_beside(desk)
    rows = connection.execute("SELECT text FROM part ORDER BY position").fetchall()
    assert [row["text"] for row in rows] == ["آ 🍵 新しい茶", "二"]
    assert connection.execute("SELECT alt_text FROM attachment").fetchone()[0] == "A cup"


def open_database_beside(desk: Desk) -> Any:
    return connect(desk.database.path)


def test_no_words_are_folded_while_a_transaction_holds_others_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside: list[bool] = []

    def fold(text: str) -> str:
        inside.append(desk.database.connection.in_transaction)
        return folded(text)

    monkeypatch.setattr("services.text.fold.folded", fold)
    draft = desk.drafts.new(desk.account.id)
    parts = tuple(
        DraftPart(f"The kiln is hot, part {number} of it. 茶 چای") for number in range(20)
    )
    desk.drafts.save(draft.id, parts=parts)
    assert inside
    assert not any(inside)
    begun = len(inside)
    desk.drafts.save(draft.id, parts=(*parts[:-1], DraftPart("Another last one")))
    assert len(inside) == begun + 1


def test_signs_that_cannot_be_kept_are_left_out(desk: Desk) -> None:
    picture = desk.picture()
    draft = desk.drafts.new(desk.account.id)
    saved = desk.drafts.save(
        draft.id, parts=(DraftPart("a\x00b\ud800c", ((picture.hash, "x\x00y"),)),)
    )
    assert saved.text == "abc"
    assert saved.parts[0].attachments[0].alt_text == "xy"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text(alphabet=st.characters(), max_size=40), min_size=1, max_size=4))
def test_any_text_at_all_can_be_saved(desk: Desk, texts: list[str]) -> None:
    draft = desk.drafts.new(desk.account.id)
    saved = desk.drafts.save(draft.id, parts=tuple(DraftPart(text) for text in texts))
    again = desk.drafts.save(draft.id, parts=tuple(DraftPart(part.text) for part in saved.parts))
    assert [part.text for part in again.parts] == [part.text for part in saved.parts]
    for text, part in zip(texts, saved.parts, strict=True):
        assert "\x00" not in part.text
        part.text.encode()
        if text.isascii() and not {"\x00", "\r"} & set(text):
            assert part.text == text


def test_a_hundred_thousand_characters_are_kept(desk: Desk) -> None:
    text = "شای 🍵 " * 20_000
    draft = desk.drafts.new(desk.account.id)
    assert desk.drafts.save(draft.id, parts=(DraftPart(text),)).text == text


def test_a_save_that_changes_nothing_keeps_the_time(desk: Desk) -> None:
    draft = desk.drafts.new(desk.account.id)
    saved = desk.drafts.save(draft.id, parts=(DraftPart("one"),))
    desk.clock.advance(60)
    assert desk.drafts.save(draft.id, parts=(DraftPart("one"),)) == saved


def test_a_deleted_draft_comes_back_as_it_was(desk: Desk) -> None:
    draft = desk.drafts.new(desk.account.id)
    desk.drafts.save(draft.id, parts=(DraftPart("keep me"),))
    assert desk.drafts.delete(draft.id).state is State.DELETED
    assert desk.drafts.all(desk.account.id) == ()
    back = desk.drafts.undelete(draft.id)
    assert back.state is State.DRAFT
    assert back.text == "keep me"
    assert desk.drafts.undelete(draft.id) == back
    desk.drafts.delete(draft.id)
    with pytest.raises(IllegalMove):
        desk.drafts.delete(draft.id)


def test_a_deleted_queued_post_comes_back_into_the_queue(desk: Desk) -> None:
    post = desk.queue("later", due_in=900)
    desk.outbox.delete(post.id)
    back = desk.drafts.undelete(post.id)
    assert back.state is State.QUEUED
    assert back.due_at == post.due_at


def test_pictures_moved_between_parts_keep_what_x_has_of_them(desk: Desk) -> None:
    one, two = desk.picture(b"1"), desk.picture(b"2")
    draft = desk.drafts.new(desk.account.id)
    desk.drafts.save(
        draft.id, parts=(DraftPart("a", ((one.hash, "one"), (two.hash, "two"))), DraftPart("b"))
    )
    desk.database.connection.execute(
        "UPDATE attachment SET x_media_id = 'm1', media_expires_at = 99, alt_text_set = 1 "
        "WHERE picture = ?",
        (one.hash,),
    )
    moved = desk.drafts.save(
        draft.id, parts=(DraftPart("a", ((two.hash, "two"),)), DraftPart("b", ((one.hash, "1"),)))
    )
    assert moved.parts[0].attachments[0].x_media_id is None
    kept = moved.parts[1].attachments[0]
    assert (kept.x_media_id, kept.media_expires_at) == ("m1", 99)
    assert not kept.alt_text_set


def test_a_post_under_way_or_sent_is_not_edited(desk: Desk) -> None:
    post = desk.queue("first words")
    desk.publish()
    with pytest.raises(NotEditable):
        desk.drafts.save(post.id, parts=(DraftPart("other words"),))
    assert desk.drafts.get(post.id).text == "first words"


def test_the_queue_is_not_rewritten_by_whom_wants_a_draft(desk: Desk) -> None:
    post = desk.queue("first words")
    with pytest.raises(NotEditable):
        desk.drafts.save(post.id, parts=(DraftPart("other words"),), only_draft=True)
    assert desk.drafts.get(post.id).text == "first words"


def test_a_copy_stays_in_its_campaign_within_its_account(desk: Desk) -> None:
    connection = desk.database.connection
    connection.execute(
        "INSERT INTO campaign(id, account_id, name, tag, first_day, last_day, created_at, "
        "changed_at) VALUES ('c', ?, 'Spring', 'spring', '2026-11-01', '2026-11-30', 0, 0)",
        (desk.account.id,),
    )
    draft = desk.drafts.new(desk.account.id)
    options = PostOptions(campaign_id="c", kind=PostKind.SELL, paid_partnership=True)
    desk.drafts.save(draft.id, parts=(DraftPart("Hello #spring"),), options=options)
    assert desk.drafts.copy(draft.id).options == options


def test_a_board_that_is_gone_stands_in_no_save(desk: Desk) -> None:
    """It may be deleted while a draft that shows it lies on the sheet."""
    draft = desk.drafts.new(desk.account.id)
    assert desk.drafts.set_board(draft.id, "gone").board_id is None


def test_only_unsent_parts_of_a_thread_are_edited(desk: Desk) -> None:
    from services.errors import Refusal, Rejected

    desk.x.trouble["create"] = [None, Rejected(Refusal.TOO_LONG)]
    post = desk.queue("one", "two", "three")
    desk.publish()
    assert desk.drafts.get(post.id).state is State.NEEDS_YOU
    with pytest.raises(NotEditable):
        desk.drafts.save(post.id, parts=(DraftPart("uno"), DraftPart("two")))
    saved = desk.drafts.save(post.id, parts=(DraftPart("one"), DraftPart("zwei")))
    assert [part.text for part in saved.parts] == ["one", "zwei"]
    assert saved.x_ids == (desk.x.posts[0].id,)


def test_a_read_only_store_keeps_the_last_save(desk: Desk) -> None:
    draft = desk.drafts.new(desk.account.id)
    desk.drafts.save(draft.id, parts=(DraftPart("safe"),))
    desk.database.connection.execute("PRAGMA query_only=ON")
    with pytest.raises(StorageTrouble):
        desk.drafts.save(draft.id, parts=(DraftPart("lost"), DraftPart("too")))
    desk.database.connection.execute("PRAGMA query_only=OFF")
    assert desk.drafts.get(draft.id).text == "safe"


def test_a_kill_while_saving_leaves_the_last_save_whole(desk: Desk, tmp_path: Path) -> None:
    """An open transaction that never commits is what a kill leaves behind."""
    draft = desk.drafts.new(desk.account.id)
    desk.drafts.save(draft.id, parts=(DraftPart("whole"), DraftPart("second")))
    with pytest.raises(KeyboardInterrupt), desk.database.transaction() as connection:
        connection.execute("DELETE FROM part WHERE post_id = ?", (draft.id,))
        raise KeyboardInterrupt
    assert [part.text for part in desk.drafts.get(draft.id).parts] == ["whole", "second"]


def test_an_unknown_post_is_a_key_error(desk: Desk) -> None:
    with pytest.raises(KeyError):
        desk.drafts.get("nobody")


def test_a_draft_and_a_queued_post_are_one_thing_in_two_states(desk: Desk) -> None:
    picture = desk.picture()
    draft = desk.drafts.new(desk.account.id)
    options = PostOptions(poll=Poll(("sí", "ノー"), 60), who_can_reply=WhoCanReply.FOLLOWING)
    parts = (DraftPart("شاي 🍵"), DraftPart("二", ((picture.hash, "A cup"),)))
    written = desk.drafts.save(draft.id, parts=parts, options=options)
    queued = desk.outbox.enqueue(draft.id, due_at=desk.clock.now() + 900)
    assert (queued.id, queued.parts, queued.options) == (draft.id, written.parts, options)
    assert desk.drafts.all(desk.account.id) == ()
    desk.clock.advance(60)
    changed = desk.drafts.save(draft.id, parts=(parts[0], DraftPart("三")))
    assert changed.state is State.QUEUED
    assert changed.due_at == queued.due_at
    back = desk.outbox.move_back_to_draft(draft.id)
    assert (back.id, back.parts, back.options) == (draft.id, changed.parts, options)
    assert [one.id for one in desk.drafts.all(desk.account.id)] == [draft.id]
    assert desk.outbox.list(desk.account.id) == ()
    count = "SELECT count(*) FROM post WHERE account_id = ?"
    assert desk.database.connection.execute(count, (desk.account.id,)).fetchone()[0] == 1


def test_a_copy_is_another_draft_with_the_same_words(desk: Desk) -> None:
    picture = desk.picture()
    draft = desk.drafts.new(desk.account.id)
    parts = (DraftPart("tea", ((picture.hash, "A cup"),)), DraftPart("二"))
    desk.drafts.save(draft.id, parts=parts)
    desk.outbox.enqueue(draft.id, due_at=desk.clock.now())
    sent = desk.outbox.mark_posted_by_hand(draft.id)
    desk.clock.advance(60)
    copied = desk.drafts.copy(draft.id)
    assert copied.id != draft.id
    assert copied.state is State.DRAFT
    assert tuple(as_draft(part) for part in copied.parts) == parts
    assert copied.changed_at == desk.clock.now()
    assert desk.drafts.get(draft.id) == sent
