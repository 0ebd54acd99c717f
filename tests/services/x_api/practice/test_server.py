"""The practice X as a program of its own, on this computer's own address."""

import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from services.x_api.practice import TOKEN
from tests.services.x_api.practice.consent import CALLBACK, VERIFIER, Form, asked

ROOT = Path(__file__).parents[4]
pytestmark = pytest.mark.loopback


class Served:
    def __init__(self, url, process):
        self.url = url
        self.process = process
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {TOKEN}"

    def get(self, path, **query):
        return self.session.get(self.url + path, params=query, timeout=20)

    def post(self, path, body=None):
        return self.session.post(self.url + path, json=body, timeout=20)

    def held(self):
        return self.get("/_practice/posts").json()["posts"]


@pytest.fixture
def start(tmp_path):
    begun = []

    def run(*more):
        state = tmp_path / "state.sqlite"
        process = subprocess.Popen(
            [sys.executable, "-m", "services.x_api.practice", "--state", state, *more],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        served = Served(process.stdout.readline().strip(), process)
        begun.append(served.session)
        return served

    yield run
    for one in begun:
        if isinstance(one, requests.Session):
            one.close()
            continue
        one.kill()
        one.wait(20)
        one.stdout.close()


def test_a_round_trip_with_everything_in_it(start):
    served = start("--port", "0", "--no-sample", "--now", "1795168800")
    assert served.url.startswith("http://127.0.0.1:")

    created = served.post("/2/tweets", {"text": "青い湯のみ"})
    assert created.status_code == 201
    assert created.headers["x-rate-limit-remaining"] == "99"
    (held,) = served.held()
    assert (held["id"], held["text"]) == (created.json()["data"]["id"], "青い湯のみ")
    assert held["created_at"] == 1795168800

    assert served.post("/_practice/clock", {"advance": 60}).json() == {"now": 1795168860}
    assert served.post("/_practice/clock", {"now": 1795180000}).json() == {"now": 1795180000}
    word = served.post("/_practice/mention", {"text": "@tea hello", "handle": "guest"}).json()["id"]
    told = served.get("/2/users/1000000000000000001/mentions").json()
    assert [post["id"] for post in told["data"]] == [word]
    meter = served.get("/_practice/meter").json()
    assert meter["total"] == 15_000 + 1_000
    assert served.get("/nowhere").content == b""
    assert served.get("/_practice/nowhere").status_code == 404


def test_troubles_over_the_wire(start):
    served = start("--no-sample")
    trouble = {"sort": "drop", "method": "POST", "path": "/2/tweets"}
    late = {"sort": "late", "path": "/2/users/me", "seconds": 1.5}
    assert served.post("/_practice/script", [trouble, late]).json() == {"added": 2}

    with pytest.raises(requests.ConnectionError):
        served.post("/2/tweets", {"text": "Dropped on its way back"})
    assert [post["text"] for post in served.held()] == ["Dropped on its way back"]
    with pytest.raises(requests.ReadTimeout):
        served.session.get(served.url + "/2/users/me", timeout=0.3)
    served.post("/_practice/script", {"sort": "refuse", "name": "spend_cap", "times": -1})
    assert served.get("/2/users/me").json()["title"] == "SpendCapReached"
    served.post("/_practice/script", {"clear": True})
    assert served.get("/2/users/me").status_code == 200
    assert served.post("/_practice/script", {"sort": "sulk"}).status_code == 400
    assert served.post("/_practice/clock", ["x"]).status_code in (200, 400)


def test_it_ends_when_told_and_keeps_its_state(start):
    first = start("--no-sample", "--token", "secret")
    assert first.get("/2/users/me").status_code == 401
    first.session.headers["Authorization"] = "Bearer secret"
    number = first.post("/2/tweets", {"text": "Keep me"}).json()["data"]["id"]

    first.process.send_signal(signal.SIGTERM)
    assert first.process.wait(20) == 0

    again = start()
    again.session.headers["Authorization"] = "Bearer secret"
    assert [post["id"] for post in again.held()] == [number]


def test_signing_in_over_the_wire(start):
    served = start("--no-sample", "--now", "1795168800")
    browser = requests.Session()
    callback = "http://127.0.0.1:45678/callback"
    changes = {"callbacks": [callback], "token_seconds": 3, "name": "店 & شاي"}
    assert served.post("/_practice/app", changes).json()["callbacks"] == [callback]
    page = browser.get(
        served.url + "/i/oauth2/authorize", params=asked(redirect_uri=callback), timeout=20
    )
    assert "店 &amp; شاي" in page.text
    form = Form(page.text)

    went = browser.post(
        served.url + form.action,
        data={**form.fields, "decision": "allow"},
        allow_redirects=False,
        timeout=20,
    )

    assert went.status_code == 302
    code = dict(parse_qsl(urlsplit(went.headers["location"]).query))["code"]
    told = browser.post(
        served.url + "/2/oauth2/token",
        data={
            "grant_type": "authorization_code",
            "code": code,
            "client_id": form.fields["client_id"],
            "redirect_uri": callback,
            "code_verifier": VERIFIER,
        },
        timeout=20,
    ).json()
    assert told["expires_in"] == 3
    log = served.get("/_practice/tokens").json()
    assert [(line["grant"], line["outcome"]) for line in log["log"]] == [
        ("authorization_code", "issued")
    ]
    assert [one["sort"] for one in log["alive"]] == ["at", "rt"]
    wrong = browser.get(served.url + "/i/oauth2/authorize", params=asked(), timeout=20)
    assert (wrong.status_code, CALLBACK in wrong.text) == (400, False)

    assert served.post("/_practice/account", {"handle": "leaf"}).status_code == 200
    bearer = {"Authorization": f"Bearer {told['access_token']}"}
    me = browser.get(served.url + "/2/users/me", headers=bearer, timeout=20)
    assert me.json()["data"]["username"] == "leaf"
    assert served.post("/_practice/account", {"suspended": True}).status_code == 200
    assert served.get("/2/users/me").status_code == 403
    for name, nonsense in (("app", {"kind": "x"}), ("app", {"x": 1}), ("account", {"x": 1})):
        assert served.post(f"/_practice/{name}", nonsense).status_code == 400
    browser.close()
