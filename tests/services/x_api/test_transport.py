import pytest

from services.x_api.transport import Transport, is_loopback


def test_the_token_is_not_shown():
    assert "secret" not in repr(Transport(x_url="http://127.0.0.1:1", token="secret"))


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8080", "https://127.0.0.9", "http://localhost:1/", "http://[::1]:99/x"],
)
def test_this_computer(url):
    assert is_loopback(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://0.0.0.0:80",
        "http://192.168.0.1",
        "http://127.0.0.1@example.com",
        "http://localhost:secret@example.com",
        "http://user@127.0.0.1",
        "ftp://127.0.0.1",
        "127.0.0.1:8080",
        "http://[::1",
        "http://127.0.0.1:99999999",
        "",
    ],
)
def test_not_this_computer(url):
    assert not is_loopback(url)
