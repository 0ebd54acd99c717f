import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from requests import PreparedRequest
from urllib3.util import parse_url

from services.x_api.transport import Transport, is_loopback, is_x_in_its_place

SIGNS = "127.0.0.1localhost:8080/@\\\\#?[]%: \t\n.evil१１２７。：xX"


def test_the_token_is_not_shown() -> None:
    assert "secret" not in repr(Transport(x_url="http://127.0.0.1:1", token="secret"))


def test_a_run_is_a_scripts_only_with_a_token() -> None:
    assert Transport(x_url="http://127.0.0.1:1").script_url is None
    assert Transport(x_url="http://127.0.0.1:1", token="").script_url == "http://127.0.0.1:1"
    assert Transport(token="of a stand-in").script_url is None


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080",
        "https://127.0.0.9",
        "http://127.255.255.254:65535/",
        "http://localhost:1/",
        "HTTP://LocalHost:1",
        "http://[::1]:99/",
        "http://[0:0:0:0:0:0:0:1]:99",
    ],
)
def test_this_computer(url: str) -> None:
    assert is_loopback(url)
    assert is_x_in_its_place(url)


@pytest.mark.parametrize("behind", ["/x", "/?a=b", "/#a", "?", "#", "//"])
def test_an_x_in_its_place_is_a_host_and_nothing_more(behind: str) -> None:
    assert is_loopback(f"http://127.0.0.1:8080{behind}")
    assert not is_x_in_its_place(f"http://127.0.0.1:8080{behind}")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://127.0.0.1.evil.com:80/",
        "http://localhost.example.com",
        "http://localhost.",
        "http://localhost.:80",
        "http://127.0.0.1.",
        "http://0.0.0.0:80",
        "http://[::]:80",
        "http://192.168.0.1",
        "http://128.0.0.1",
        "http://127.0.0.1@example.com",
        "http://127.0.0.1:80@example.com",
        "http://127.0.0.1%40example.com",
        "http://127.0.0.1\\@example.com",
        "http://example.com\\@127.0.0.1",
        "http://example.com#@127.0.0.1",
        "http://localhost:secret@example.com",
        "http://user@127.0.0.1",
        "http://:@127.0.0.1",
        "http://@127.0.0.1",
        "http://127.0.0.1#@example.com\n",
        "http://127.1",
        "http://127.0.1",
        "http://2130706433",
        "http://0x7f000001",
        "http://0x7f.0.0.1",
        "http://0177.0.0.1",
        "http://127.0.0.01",
        "http://127.0.0.1 .example.com",
        "http://127.0.0.1\t.example.com",
        "http://127.0.0.\n1",
        " http://127.0.0.1",
        "http://127.0.0.1\n",
        "http://127.0.0.1\u3002evil.com",
        "http://127\u30020\u30020\u30021",
        "http://\u0661\u0662\u0667.0.0.1",
        "http://\u06f1\u06f2\u06f7.0.0.1",
        "http://\uff11\uff12\uff17.0.0.1",
        "http://lo\u0441alhost",
        "http://\u24c1ocalhost",
        "http://127.0.0.1:\u0668\u0660",
        "http://localho\u017ft",
        "http://[::ffff:127.0.0.1]",
        "http://[::ffff:7f00:1]",
        "http://[::1%25eth0]",
        "http://[::1%eth0]",
        "http://[::1].example.com",
        "http://[::1]example.com",
        "http://[::1]@example.com",
        "http://[127.0.0.1]",
        "http://::1",
        "http://[::1",
        "http://127.0.0.1:99999999",
        "http://127.0.0.1:65536",
        "http://127.0.0.1:0",
        "http://127.0.0.1:-1",
        "http://127.0.0.1:+80",
        "http://127.0.0.1:",
        "http://127.0.0.1:80:90",
        "http:/127.0.0.1",
        "http:///127.0.0.1",
        "http:127.0.0.1",
        "http:\\\\127.0.0.1",
        "ftp://127.0.0.1",
        "file://127.0.0.1/etc/passwd",
        "javascript://127.0.0.1/%0aalert(1)",
        "127.0.0.1:8080",
        "//127.0.0.1",
        "",
    ],
)
def test_not_this_computer(url: str) -> None:
    assert not is_loopback(url)
    assert not is_x_in_its_place(url)


@given(st.builds("{}{}".format, st.sampled_from(["http://", "https://"]), st.text(SIGNS)))
@example("http://127.0.0.1:80/\\@evil.com")
def test_what_is_taken_is_this_computer_for_requests_too(url: str) -> None:
    """requests reads addresses by other rules than ours: they must not see two hosts."""
    if is_loopback(url):
        request = PreparedRequest()
        request.prepare_url(url, None)
        for read in (url, request.url or ""):
            parts = parse_url(read)
            assert parts.auth is None
            host = (parts.host or "").lower().strip("[]")
            assert host in ("localhost", "::1") or host.startswith("127.")
