from __future__ import annotations

from dataclasses import replace

from services.publishing.drafts import DraftPart
from services.publishing.rest import next_part, with_next_part
from tests.services.publishing.conftest import Desk


def test_only_the_next_part_is_changed(desk: Desk) -> None:
    post = desk.queue("one", "two", "three", pictures=((desk.picture().hash, "cup"),))
    assert next_part(post) == (0, post.parts[0])
    changed = with_next_part(post, "uno", pictured=False)
    assert changed == (DraftPart("uno"), DraftPart("two"), DraftPart("three"))
    on_x = replace(post, parts=(replace(post.parts[0], x_post_id="1"), *post.parts[1:]))
    assert next_part(on_x) == (1, post.parts[1])
    kept = with_next_part(on_x, "dos", pictured=True)
    assert [part.text for part in kept] == ["one", "dos", "three"]
    assert kept[0].pictures == ((desk.picture().hash, "cup"),)


def test_of_a_whole_post_nothing_is_left(desk: Desk) -> None:
    desk.queue("one", "two")
    (post,) = desk.publish()
    assert next_part(post) is None
    assert [part.text for part in with_next_part(post, "x", pictured=True)] == ["one", "two"]
