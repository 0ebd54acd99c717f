"""Pictures and their alt texts on their way to X."""

import base64

import pytest

from services.errors import (
    Refusal,
    Rejected,
    ServerTrouble,
)
from tests.scripted_x import (
    answer,
)


def media(x_id="710", **more):
    return answer({"data": {"id": x_id, "media_key": f"3_{x_id}"} | more})


def test_a_small_picture_goes_whole(made, clock):
    gateway, x = made(media(expires_after_secs=86_400))

    uploaded = gateway.upload_image(b"\x89PNG\xff", "image/png")

    (asked,) = x.asked
    assert (asked.method, asked.path) == ("POST", "/2/media/upload")
    assert asked.json == {
        "media": base64.b64encode(b"\x89PNG\xff").decode(),
        "media_category": "tweet_image",
    }
    assert (uploaded.id, uploaded.expires_at) == ("710", clock.now() + 86_400)


def test_a_larger_picture_goes_in_pieces(made):
    data = bytes(range(256)) * 4 * 1024 + b"the last piece"
    gateway, x = made(media(), answer(b"", 204), answer({"data": {}}), media())

    uploaded = gateway.upload_image(data, "image/jpeg")

    assert [asked.path.removeprefix("/2/media/upload/") for asked in x.asked] == [
        "initialize",
        "710/append",
        "710/append",
        "710/finalize",
    ]
    assert x.asked[0].json == {
        "media_type": "image/jpeg",
        "total_bytes": len(data),
        "media_category": "tweet_image",
    }
    pieces = [asked.json for asked in x.asked[1:3]]
    assert [piece["segment_index"] for piece in pieces] == [0, 1]
    assert b"".join(base64.b64decode(piece["media"]) for piece in pieces) == data
    assert uploaded.id == "710"


def test_a_gif_goes_in_pieces_and_is_waited_for(made):
    working = {"state": "in_progress", "check_after_secs": 2}
    gateway, x = made(
        media(),
        answer({"data": {}}),
        media(processing_info={"state": "pending", "check_after_secs": 1}),
        media(processing_info=working),
        media(processing_info={"state": "succeeded"}),
    )

    gateway.upload_image(b"GIF89a", "image/gif")

    assert x.asked[0].json["media_category"] == "tweet_gif"
    assert x.asked[-1].query == {"media_id": "710", "command": "STATUS"}
    assert gateway.waits == [1, 2]


def test_a_picture_x_cannot_use_is_refused(made):
    gateway, _ = made(media(), answer({}), media(processing_info={"state": "failed"}))

    with pytest.raises(Rejected) as caught:
        gateway.upload_image(b"GIF89a", "image/gif")

    assert caught.value.reason is Refusal.BAD_MEDIA


def test_a_picture_x_never_finishes_is_left_for_later(made):
    busy = media(processing_info={"state": "in_progress", "check_after_secs": 900})
    gateway, _ = made(*[busy] * 40)

    with pytest.raises(ServerTrouble):
        gateway.upload_image(b"x", "image/png")

    assert len(gateway.waits) == 30
    assert max(gateway.waits) == 5


@pytest.mark.parametrize(
    ("data", "mime"),
    [(b"", "image/png"), (b"x", "image/tiff"), (b"x" * (5 * 1024 * 1024 + 1), "image/jpeg")],
)
def test_what_x_never_takes_does_not_leave_this_computer(made, data, mime):
    gateway, x = made()

    with pytest.raises(Rejected) as caught:
        gateway.upload_image(data, mime)

    assert caught.value.reason is Refusal.BAD_MEDIA
    assert x.asked == []


def test_alt_text_is_set_before_the_post(made):
    gateway, x = made(answer({"data": {"id": "710"}}))

    gateway.set_alt_text("710", "فنجان أزرق على طاولة")

    assert x.asked[0].path == "/2/media/metadata"
    assert x.asked[0].json == {
        "id": "710",
        "metadata": {"alt_text": {"text": "فنجان أزرق على طاولة"}},
    }
    with pytest.raises(Rejected):
        gateway.set_alt_text("710", "x" * 1001)
