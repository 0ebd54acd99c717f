"""Videos on the practice X: pieces, the time it works on them, and those it cannot use."""

import base64
import hashlib
from pathlib import Path

import pytest

from services.x_api.practice import inspection
from services.x_api.practice.films import watch

DATA = Path(__file__).parents[3] / "data"
POT, CUP = (DATA / "pot.mp4").read_bytes(), (DATA / "cup.mov").read_bytes()


def begun(caller, data, **more):
    body = {"media_type": "video/mp4", "total_bytes": len(data), "media_category": "tweet_video"}
    return caller.post("/2/media/upload/initialize", body | more)


def sent(caller, data, **more):
    number = begun(caller, data, **more).json()["data"]["id"]
    for place, start in enumerate(range(0, len(data), 4_000)):
        piece = base64.b64encode(data[start : start + 4_000]).decode()
        body = {"media": piece, "segment_index": place}
        assert caller.post(f"/2/media/upload/{number}/append", body).status == 200
    assert caller.post(f"/2/media/upload/{number}/finalize").status == 200
    return number


def state(caller, number):
    told = caller.get("/2/media/upload", media_id=number, command="STATUS").json()["data"]
    return told["processing_info"]["state"]


@pytest.mark.parametrize(("data", "mime"), [(POT, "video/mp4"), (CUP, "video/quicktime")])
def test_a_video_is_worked_on_and_then_goes_on_a_post(bare, clock, data, mime):
    number = sent(bare, data, media_type=mime)
    assert state(bare, number) == "in_progress"
    body = {"text": "too soon", "media": {"media_ids": [number]}}
    assert bare.post("/2/tweets", body).status == 400

    clock.advance(5)

    assert state(bare, number) == "succeeded"
    bare.say("Moving", media={"media_ids": [number]})
    (held,) = inspection.own_posts(bare.x.state)[0].media
    assert (held.mime, held.size) == (mime, len(data))
    assert held.sha256 == hashlib.sha256(data).hexdigest()


def test_one_that_is_cut_short_fails_while_it_is_worked_on(bare, clock):
    number = sent(bare, POT[:9_000])
    clock.advance(5)

    assert state(bare, number) == "failed"
    body = {"text": "no", "media": {"media_ids": [number]}}
    assert bare.post("/2/tweets", body).status == 400


def test_a_video_goes_alone(bare, clock):
    numbers = [sent(bare, POT), sent(bare, CUP)]
    clock.advance(5)

    assert bare.post("/2/tweets", {"text": "two", "media": {"media_ids": numbers}}).status == 400


def test_a_missing_piece_is_noticed(bare):
    number = begun(bare, POT).json()["data"]["id"]
    body = {"media": base64.b64encode(POT[4_000:]).decode(), "segment_index": 1}
    bare.post(f"/2/media/upload/{number}/append", body)

    assert bare.post(f"/2/media/upload/{number}/finalize").status == 400


def test_a_video_does_not_go_in_one(bare):
    body = {"media": base64.b64encode(POT).decode(), "media_category": "tweet_video"}

    assert bare.post("/2/media/upload", body).status == 400


@pytest.mark.parametrize(
    "more",
    [
        {"total_bytes": 512 * 1024 * 1024 + 1},
        {"total_bytes": 0},
        {"media_type": "video/webm"},
        {"media_type": "image/png"},
    ],
)
def test_what_is_no_video_of_a_post_is_not_begun(bare, more):
    assert begun(bare, POT, **more).status == 400


@pytest.mark.parametrize("data", [b"", b"no video at all", POT[:11_000], b"\0" * 40])
def test_what_cannot_be_shown_has_no_mime(data):
    assert watch([data]).mime == ""


def test_the_pieces_are_one_film():
    film = watch(POT[start : start + 999] for start in range(0, len(POT), 999))

    assert (film.mime, film.size) == ("video/mp4", len(POT))
    assert film.sha256 == hashlib.sha256(POT).hexdigest()
