"""A video on its way to X: pieces as a form, each tried again, and an end to the waiting."""

from pathlib import Path

import pytest

from services.errors import BadImage, Offline, Refusal, Rejected, ServerTrouble
from services.x_api import video_upload
from services.x_api.practice.multipart import fields
from services.x_api.video_upload import LONGEST_WAIT, PAUSES, Calls, upload_video
from tests.scripted_x import answer

DATA = Path(__file__).parents[2] / "data"
POT = DATA / "pot.mp4"


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr(video_upload, "PIECE", 4_000)


def media(x_id="710", **more):
    return answer({"data": {"id": x_id, "media_key": f"13_{x_id}"} | more})


def sent(gateway, path=POT, mime="video/mp4"):
    told = []
    uploaded = gateway.upload_video(path, mime, told=lambda done, of: told.append((done, of)))
    return uploaded, told


def form_of(asked):
    return fields(asked.headers["Content-Type"], asked.body)


def test_it_is_announced_sent_in_pieces_and_closed(made, clock):
    gateway, x = made(
        media(), *[answer(b"", 204)] * 3, media(size=11_186, expires_after_secs=86_400)
    )

    uploaded, told = sent(gateway)

    assert [asked.path.removeprefix("/2/media/upload/") for asked in x.asked] == [
        "initialize",
        *["710/append"] * 3,
        "710/finalize",
    ]
    assert x.asked[0].json == {
        "media_type": "video/mp4",
        "total_bytes": POT.stat().st_size,
        "media_category": "tweet_video",
    }
    forms = [form_of(asked) for asked in x.asked[1:4]]
    assert [form["segment_index"] for form in forms] == [b"0", b"1", b"2"]
    assert b"".join(form["media"] for form in forms) == POT.read_bytes()
    assert told == [(4_000, 11_186), (8_000, 11_186), (11_186, 11_186)]
    assert (uploaded.id, uploaded.expires_at) == ("710", clock.now() + 86_400)
    assert "Bearer" in x.asked[1].headers["Authorization"]


def test_x_is_asked_as_often_as_it_says_until_it_is_done(made):
    gateway, x = made(
        media(),
        *[answer(b"", 204)] * 3,
        media(processing_info={"state": "pending", "check_after_secs": 3}),
        media(processing_info={"state": "in_progress", "check_after_secs": 900}),
        media(processing_info={"state": "succeeded"}),
    )

    sent(gateway)

    assert x.asked[-1].query == {"media_id": "710", "command": "STATUS"}
    assert gateway.waits == [3, 30]


def test_one_x_cannot_use_is_told_as_the_video(made):
    gateway, _ = made(media(), *[answer(b"", 204)] * 3, media(processing_info={"state": "failed"}))

    with pytest.raises(Rejected) as caught:
        sent(gateway)

    assert caught.value.reason is Refusal.BAD_VIDEO


def test_a_refusal_on_the_way_is_of_the_video_too(made):
    gateway, _ = made(answer({"title": "Invalid Request", "detail": "no"}, 400))

    with pytest.raises(Rejected) as caught:
        sent(gateway)

    assert caught.value.reason is Refusal.BAD_VIDEO


def test_waiting_has_an_end(made):
    busy = media(processing_info={"state": "in_progress", "check_after_secs": 30})
    gateway, _ = made(media(), *[answer(b"", 204)] * 3, *[busy] * 60)

    with pytest.raises(ServerTrouble):
        sent(gateway)

    assert sum(gateway.waits) == LONGEST_WAIT


def test_a_piece_is_sent_again_after_trouble(made):
    gateway, x = made(
        media(),
        answer(b"", 204),
        answer(b"<html>", 503),
        answer({"title": "Service Unavailable"}, 500),
        answer(b"", 204),
        answer(b"", 204),
        media(),
    )

    _, told = sent(gateway)

    places = [form_of(asked)["segment_index"] for asked in x.asked[1:6]]
    assert places == [b"0", b"1", b"1", b"1", b"2"]
    assert gateway.waits == [1, 2]
    assert told[-1][0] == told[-1][1]


class Broken:
    """An X whose line breaks for good after so many pieces."""

    def __init__(self, after):
        self.left, self.tries = after, 0

    def ask(self, method, route, *, params=None, json=None):
        return {"data": {"id": "710"}}

    def append(self, route, index, data):
        self.tries += 1
        if not self.left:
            raise Offline("gone")
        self.left -= 1


def test_a_line_that_stays_broken_is_left_for_later(clock):
    x, waits = Broken(after=1), []

    with pytest.raises(Offline):
        upload_video(
            Calls(x.ask, x.append),
            POT,
            "video/mp4",
            now=clock.now,
            wait=waits.append,
            told=lambda done, of: None,
        )

    assert waits == list(PAUSES)
    assert x.tries == 1 + len(PAUSES) + 1


def test_a_lost_answer_to_the_end_is_looked_up(made):
    gateway, x = made(
        media(),
        *[answer(b"", 204)] * 3,
        answer(b"", 503),
        media(processing_info={"state": "in_progress", "check_after_secs": 1}),
        media(processing_info={"state": "succeeded"}),
    )

    uploaded, _ = sent(gateway)

    assert uploaded.id == "710"
    assert [asked.method for asked in x.asked[-3:]] == ["POST", "GET", "GET"]


def test_an_end_that_never_came_is_sent_again(made):
    gateway, x = made(media(), *[answer(b"", 204)] * 3, answer(b"", 503), media(), media())

    uploaded, _ = sent(gateway)

    assert uploaded.id == "710"
    assert [asked.method for asked in x.asked[-3:]] == ["POST", "GET", "POST"]


def test_an_end_that_never_comes_is_trouble(made):
    lost = (answer(b"", 503), media())
    gateway, _ = made(media(), *[answer(b"", 204)] * 3, *lost * (len(PAUSES) + 1))

    with pytest.raises(ServerTrouble):
        sent(gateway)

    assert gateway.waits == list(PAUSES)


def test_a_second_end_that_x_refuses_says_nothing_of_the_video(made):
    refused = answer({"title": "Invalid Request", "detail": "no"}, 400)
    gateway, _ = made(media(), *[answer(b"", 204)] * 3, answer(b"", 503), media(), refused)

    with pytest.raises(ServerTrouble):
        sent(gateway)


def test_a_broken_line_at_the_end_does_not_lose_what_is_there(clock):
    pieces, waits = [], []
    working = {"data": {"id": "710", "processing_info": {"state": "pending"}}}
    done = {"data": {"id": "710", "expires_after_secs": 60}}
    said = iter([{"data": {"id": "710"}}, Offline("a"), Offline("b"), working, Offline("c"), done])

    def ask(_method, _route, *, params=None, json=None):
        told = next(said)
        if isinstance(told, Offline):
            raise told
        return told

    uploaded = upload_video(
        Calls(ask, lambda route, index, data: pieces.append(len(data))),
        POT,
        "video/mp4",
        now=clock.now,
        wait=waits.append,
        told=lambda done, of: None,
    )

    assert uploaded.id == "710"
    assert sum(pieces) == POT.stat().st_size
    assert waits == [1, 1, 1]


def test_our_copy_that_is_gone_asks_x_for_nothing(made, tmp_path):
    gateway, x = made()

    with pytest.raises(BadImage):
        sent(gateway, tmp_path / "gone.mp4")

    assert x.asked == []


@pytest.mark.parametrize("size", [0, 512 * 1024 * 1024 + 1])
def test_what_x_never_takes_does_not_leave_this_computer(made, tmp_path, size):
    path = tmp_path / "odd.mp4"
    with path.open("wb") as file:
        file.truncate(size)
    gateway, x = made()

    with pytest.raises(Rejected) as caught:
        sent(gateway, path)

    assert caught.value.reason is Refusal.BAD_VIDEO
    assert x.asked == []
