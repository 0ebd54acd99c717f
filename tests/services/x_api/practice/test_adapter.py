"""Behind a requests session: what requests would give, and raise."""

import pytest
import requests

from services.x_api.practice import TOKEN, Sort, Trouble, inspection
from services.x_api.practice.adapter import PracticeAdapter
from tests.services.x_api.practice.conftest import png

URL = "https://api.x.com/2/tweets"


@pytest.fixture
def session(bare):
    with requests.Session() as opened:
        opened.mount("https://", PracticeAdapter(bare.x))
        opened.headers["Authorization"] = f"Bearer {TOKEN}"
        yield opened


def test_an_answer_is_a_response_of_requests(session):
    answer = session.post(URL, json={"text": "お茶 & more"}, timeout=5)

    assert (answer.status_code, answer.reason, answer.encoding) == (201, "Created", "utf-8")
    assert answer.json()["data"]["text"] == "お茶 &amp; more"
    assert answer.headers["X-Rate-Limit-Limit"] == "100"
    assert answer.request.method == "POST"


def test_the_query_is_read_as_it_was_meant(session):
    number = session.post(URL, json={"text": "a"}).json()["data"]["id"]
    query = {"ids": f"{number},7", "tweet.fields": "created_at,lang", "expansions": "author_id"}

    told = session.get(URL, params=query).json()

    assert told["data"][0]["lang"] == "en"
    assert told["errors"][0]["value"] == "7"


def test_a_multipart_upload_as_requests_makes_it(session):
    files = {"media": ("a.png", png(3, 2), "image/png")}
    answer = session.post(
        "https://upload.x.com/2/media/upload", files=files, data={"media_category": "tweet_image"}
    )

    assert answer.status_code == 200
    assert answer.json()["data"]["size"] == len(png(3, 2))


def test_a_dropped_connection(session, bare):
    bare.x.script(Trouble(sort=Sort.DROP))

    with pytest.raises(requests.ConnectionError, match="Connection aborted"):
        session.post(URL, json={"text": "a"}, timeout=5)
    assert len(inspection.own_posts(bare.x.state)) == 1


def test_no_connection_at_all(session, bare):
    bare.x.script(Trouble(sort=Sort.UNREACHABLE))

    with pytest.raises(requests.ConnectionError, match="Connection refused") as caught:
        session.post(URL, json={"text": "a"}, timeout=5)
    assert type(caught.value.args[0]).__name__ == "MaxRetryError"
    assert inspection.own_posts(bare.x.state) == ()


@pytest.mark.parametrize(
    ("timeout", "waits"), [(5, False), ((3, 5), False), (30, True), ((3, 30), True), (None, True)]
)
def test_a_late_answer_is_missed_or_waited_for(session, bare, timeout, waits):
    bare.x.script(Trouble(sort=Sort.LATE, seconds=10))

    if waits:
        answer = session.post(URL, json={"text": "a"}, timeout=timeout)
        assert answer.elapsed.total_seconds() >= 0
        assert answer.status_code == 201
        return
    with pytest.raises(requests.ReadTimeout):
        session.post(URL, json={"text": "a"}, timeout=timeout)
    assert len(inspection.own_posts(bare.x.state)) == 1


def test_it_outlives_its_session(bare):
    adapter = PracticeAdapter(bare.x)
    adapter.close()

    assert bare.get("/2/users/me").status == 200
