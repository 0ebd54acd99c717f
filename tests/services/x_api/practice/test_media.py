"""Pictures: in one go, in pieces, with alt text, and gone after a day."""

import base64

import pytest

from services.x_api.practice import Request, inspection
from services.x_api.practice.multipart import fields
from services.x_api.practice.pictures import kind_of
from services.x_api.practice.words import RESOURCES
from tests.services.x_api.practice.conftest import png

GIF = b"GIF89a" + (20).to_bytes(2, "little") + (10).to_bytes(2, "little") + b"\0\0\0;"


def started(caller, data, **more):
    body = {"media_type": "image/png", "total_bytes": len(data), "media_category": "tweet_image"}
    return caller.post("/2/media/upload/initialize", body | more).json()["data"]["id"]


def piece(caller, number, segment, data):
    body = {"media": base64.b64encode(data).decode(), "segment_index": segment}
    return caller.post(f"/2/media/upload/{number}/append", body)


def finished(caller, number):
    return caller.post(f"/2/media/upload/{number}/finalize")


def test_a_picture_goes_with_its_post_and_its_alt_text(bare):
    data = png(40, 30)
    media = bare.upload(data)
    body = {"id": media, "metadata": {"alt_text": {"text": "青い湯のみ"}}}
    assert bare.post("/2/media/metadata", body).json()["data"]["id"] == media

    number = bare.say("Look", media={"media_ids": [media]})
    told = bare.get(
        f"/2/tweets/{number}",
        expansions="attachments.media_keys",
        media__fields="alt_text,width,height",
    ).json()

    assert told["data"]["text"].startswith("Look https://t.co/")
    (picture,) = told["includes"]["media"]
    assert picture == {
        "media_key": f"3_{media}",
        "type": "photo",
        "width": 40,
        "height": 30,
        "alt_text": "青い湯のみ",
    }


def test_multipart_is_the_same(bare):
    data = png(9, 9) + b"--not the end--\r\n"
    body = b"\r\n".join(
        [
            b"--cut",
            b'Content-Disposition: form-data; name="media_category"',
            b"",
            b"tweet_image",
            b"--cut",
            b'Content-Disposition: form-data; name="media"; filename="a.png"',
            b"Content-Type: image/png",
            b"",
            data,
            b"--cut--",
            b"",
        ]
    )
    headers = {**bare.headers, "Content-Type": "multipart/form-data; boundary=cut"}
    answer = bare.x.handle(Request("POST", "/2/media/upload", {}, headers, body))

    assert answer.status == 200, answer.body
    assert answer.json()["data"]["size"] == len(data)
    assert fields("multipart/form-data", body) == {}


def test_pieces_make_the_whole_in_any_order(bare):
    data = png(12, 12, extra=b"x" * 3000)
    number = started(bare, data)
    for segment, start in ((2, 2000), (0, 0), (1, 1000)):
        end = start + 1000 if segment < 2 else len(data)
        assert piece(bare, number, segment, data[start:end]).status == 200

    assert finished(bare, number).json()["data"]["size"] == len(data)
    post = bare.say("In pieces", media={"media_ids": [number]})
    held = inspection.own_posts(bare.x.state)[0]
    assert (held.id, held.media[0].width) == (post, 12)


def test_a_missing_piece_is_noticed(bare):
    data = png(12, 12, extra=b"x" * 3000)
    number = started(bare, data)
    piece(bare, number, 0, data[:1000])
    piece(bare, number, 2, data[2000:])

    assert finished(bare, number).status == 400
    assert bare.get("/2/media/upload", media_id=number, command="STATUS").status == 200


@pytest.mark.parametrize(("after", "there"), [(86_399, True), (86_400, False)])
def test_a_picture_lives_for_a_day(bare, clock, after, there):
    media = bare.upload(png())
    clock.advance(after)

    answer = bare.post("/2/tweets", {"text": "late", "media": {"media_ids": [media]}})

    assert (answer.status == 201) is there
    if not there:
        assert answer.json()["errors"][0]["message"] == "Your media IDs are invalid."


def test_a_picture_goes_on_one_post_only(bare):
    media = bare.upload(png())
    bare.say("one", media={"media_ids": [media]})

    assert bare.post("/2/tweets", {"text": "two", "media": {"media_ids": [media]}}).status == 400


def test_a_gif_takes_its_time(bare, clock):
    body = {"media_type": "image/gif", "total_bytes": len(GIF), "media_category": "tweet_gif"}
    number = bare.post("/2/media/upload/initialize", body).json()["data"]["id"]
    piece(bare, number, 0, GIF)
    assert finished(bare, number).json()["data"]["processing_info"]["state"] == "in_progress"
    assert bare.post("/2/tweets", {"text": "a", "media": {"media_ids": [number]}}).status == 400

    clock.advance(5)

    told = bare.get("/2/media/upload", media_id=number, command="STATUS").json()["data"]
    assert told["processing_info"]["state"] == "succeeded"
    bare.say("moving", media={"media_ids": [number]})


@pytest.mark.parametrize(
    "body",
    [
        {"media": "%%%", "media_category": "tweet_image"},
        {"media": base64.b64encode(b"no picture at all").decode(), "media_category": "tweet_image"},
        {"media": base64.b64encode(png()).decode(), "media_category": "wallpaper"},
        {"media": base64.b64encode(png()).decode()},
        {"media_category": "tweet_image"},
    ],
)
def test_what_is_no_picture_is_refused(bare, body):
    assert bare.post("/2/media/upload", body).status == 400


def test_a_picture_over_five_megabytes_is_refused(bare):
    big = png(extra=b"x" * (5 * 1024 * 1024))
    body = {"media": base64.b64encode(big).decode(), "media_category": "tweet_image"}

    assert bare.post("/2/media/upload", body).status == 400
    assert (
        bare.post(
            "/2/media/upload/initialize",
            {"media_type": "image/png", "total_bytes": len(big), "media_category": "tweet_image"},
        ).status
        == 400
    )


def test_alt_text_has_a_limit_and_needs_a_picture(bare):
    media = bare.upload(png())

    def tell(number, text):
        body = {"id": number, "metadata": {"alt_text": {"text": text}}}
        return bare.post("/2/media/metadata", body).status

    assert tell(media, "x" * 1000) == 200
    assert tell(media, "x" * 1001) == 400
    assert tell("99", "x") == 400


@pytest.mark.parametrize("name", sorted(p.name for p in RESOURCES.glob("*.jpg")))
def test_the_size_of_our_own_pictures_is_read(name):
    data = (RESOURCES / name).read_bytes()
    kind = kind_of(data)

    assert kind is not None
    assert kind.mime == "image/jpeg"
    assert min(kind.width, kind.height) >= 400
    assert len(data) < 200_000
    assert kind_of(data[:3]) is None


def test_other_sorts_are_known_by_their_first_bytes():
    lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + ((29 << 14) | 39).to_bytes(4, "little")
    extended = b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x27\0\0\x1d\0\0"
    plain = b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + b"\x28\0\x1e\0"

    for data in (lossless, extended, plain):
        kind = kind_of(data + b"\0" * 8)
        assert (kind.mime, kind.width, kind.height) == ("image/webp", 40, 30)
    assert kind_of(GIF).width == 20
    assert kind_of(b"\0\0\0\x18ftypmp42").mime == "video/mp4"
