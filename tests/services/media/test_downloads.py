"""What may be fetched, from where, how much and how long; nothing of it leaves this computer."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.downloads import Downloads
from services.media.web import Limits
from tests.board_site import BoardSite, board_site, bomb
from tests.services.x_api.test_tls import make_authority, serving

pytestmark = pytest.mark.loopback
SOME = Limits(200_000, 20)
PROBLEM = DownloadProblem


@pytest.fixture
def site() -> Iterator[BoardSite]:
    with board_site() as opened:
        yield opened


@pytest.fixture
def web(site: BoardSite) -> Downloads:
    """Any https address lands at the site."""
    return Downloads(adapter=site.adapter)


@pytest.fixture
def own(site: BoardSite) -> Downloads:
    """The real guard, which lets this computer's own address through."""
    return Downloads(loopback=True)


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """`resolve("10.0.0.1", …)`: what every name leads to, one after the other, and who asked."""
    asked: list[str] = []

    def set_up(*addresses: str) -> list[str]:
        left = list(addresses)

        def resolver(host: str, port: int, *_args: Any, **_kwargs: Any) -> list[Any]:
            asked.append(host)
            named = not host.strip("[]").replace(".", "").replace(":", "").isdigit()
            address = (left.pop(0) if len(left) > 1 else left[0]) if named else host
            if ":" in address:
                return [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        monkeypatch.setattr(socket, "getaddrinfo", resolver)
        return asked

    return set_up


def stopped(call: Callable[[], object]) -> DownloadProblem:
    with pytest.raises(DownloadStopped) as told:
        call()
    return told.value.problem


def test_the_bytes_and_where_they_were_in_the_end(web: Downloads, site: BoardSite) -> None:
    site.put("tea.example/cup.jpg", b"cup", kind="text/plain; charset=koi8-r")
    site.send_on("tea.example/old", "/cup.jpg", 301)
    got = web.get("https://tea.example/old", limits=SOME)
    assert got == (b"cup", "https://tea.example/cup.jpg", "koi8-r")


def test_a_short_link_is_followed_no_further_than_needed(web: Downloads, site: BoardSite) -> None:
    site.send_on("pin.it/a", "https://api.example/b", 308)
    site.send_on("api.example/b", "https://tea.example/login?next=/cup")
    found = web.find("https://pin.it/a", limits=SOME, enough=lambda one: "tea.example" in one)
    assert found == "https://tea.example/login?next=/cup"
    assert site.asked == ["pin.it/a", "api.example/b"]
    never = {"limits": SOME, "enough": lambda _one: False}
    assert stopped(lambda: web.find("https://tea.example/", **never)) is PROBLEM.NOT_FOUND
    site.send_on("api.example/b", "https://pin.it/a")
    assert stopped(lambda: web.find("https://pin.it/a", **never)) is PROBLEM.GOES_ROUND
    site.send_on("pin.it/c", "https://[::1/")
    assert stopped(lambda: web.find("https://pin.it/c", **never)) is PROBLEM.NOT_AN_ADDRESS


def test_a_charset_is_only_what_the_server_said(web: Downloads, site: BoardSite) -> None:
    address = site.put("tea.example/feed", "چای", kind="text/xml")
    assert web.get(address, limits=SOME).charset == ""


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.3.4", "192.168.1.1", "127.0.0.1", "127.8.8.8", "0.0.0.0",  # noqa: S104
        "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "192.88.99.1", "203.0.113.9",
        "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "fe80::1", "fc00::1",
        "fec0::1", "ff02::1", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:db8::1", "2001::1",
    ],
)  # fmt: skip
def test_a_name_that_leads_inside_is_not_asked(
    resolve: Callable[..., list[str]], address: str
) -> None:
    """The guard of every test would fail on a connection."""
    asked = resolve(address)
    assert stopped(lambda: Downloads().get("https://tea.example/", limits=SOME)) is (
        PROBLEM.NOT_PUBLIC
    )
    assert asked == ["tea.example"]


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/", "https://0x7f.1/", "https://2130706433/", "https://0177.0.0.1/",
        "https://127.1/", "https://localhost/", "https://[::1]/", "https://[::ffff:7f00:1]/",
        "https://169.254.169.254/latest/meta-data/", "https://[fd00:ec2::254]/",
    ],
)  # fmt: skip
def test_an_address_that_is_inside_itself(address: str) -> None:
    """By the system's own resolver, which needs no network for numbers."""
    assert stopped(lambda: Downloads().get(address, limits=SOME)) is PROBLEM.NOT_PUBLIC


def test_the_address_that_was_judged_is_the_one_connected_to(
    resolve: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere at the second look: there is none."""
    asked = resolve("93.184.216.34", "127.0.0.1")
    reached: list[Any] = []

    def connect(_self: socket.socket, where: Any) -> None:
        reached.append(where)
        raise OSError("far away")

    monkeypatch.setattr(socket.socket, "connect", connect)
    assert stopped(lambda: Downloads().get("https://tea.example/", limits=SOME)) is PROBLEM.OFFLINE
    assert reached == [("93.184.216.34", 443)]
    # The second look is at the number itself.
    assert asked == ["tea.example", "93.184.216.34"]


@pytest.mark.parametrize(
    "target",
    [
        "https://127.0.0.1/", "https://169.254.169.254/latest/meta-data/iam", "https://[::1]/",
        "//192.168.0.1/", "https://0x7f.1:8443/",
    ],
)  # fmt: skip
def test_a_redirect_inside_is_not_followed(
    site: BoardSite, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    """The first hop is a site of its own; from the second on the real guard judges."""
    site.send_on("tea.example/cup", target)
    guarded = Downloads()

    class FirstAtTheSite(Downloads):
        def _ask(self, session: Any, address: str, until: float) -> Any:
            if "tea.example" in address:
                with web._session() as other:
                    return Downloads._ask(web, other, address, until)
            return super()._ask(session, address, until)

    web = Downloads(adapter=site.adapter)
    assert stopped(lambda: FirstAtTheSite().get("https://tea.example/cup", limits=SOME)) is (
        PROBLEM.NOT_PUBLIC
    )
    assert stopped(lambda: guarded.get("https://127.0.0.1/", limits=SOME)) is PROBLEM.NOT_PUBLIC
    assert site.asked == ["tea.example/cup"]


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("http://tea.example/plain", PROBLEM.NOT_SECURE),
        ("file:///etc/passwd", PROBLEM.NOT_SECURE),
        ("ftp://tea.example/", PROBLEM.NOT_SECURE),
        ("data:text/plain,hello", PROBLEM.NOT_SECURE),
        ("https://tea:leaf@tea.example/", PROBLEM.NOT_AN_ADDRESS),
        ("https://:leaf@tea.example/", PROBLEM.NOT_AN_ADDRESS),
        ("https://tea.example:1/", PROBLEM.NOT_PUBLIC),
        ("https://tea.example:25/", PROBLEM.NOT_PUBLIC),
        ("https://tea.example:80/", PROBLEM.NOT_PUBLIC),
        ("https://tea.example:442/", PROBLEM.NOT_PUBLIC),
        ("https://tea.example:444/", PROBLEM.NOT_PUBLIC),
        ("https://tea.example:1023/", PROBLEM.NOT_PUBLIC),
        ("https://tea.example:99999/", PROBLEM.NOT_AN_ADDRESS),
        ("https://[::1/", PROBLEM.NOT_AN_ADDRESS),
        ("https://" + "a" * 300 + ".example/", PROBLEM.NOT_AN_ADDRESS),
        ("https://tea.example/" + "a" * 5_000, PROBLEM.NOT_AN_ADDRESS),
        ("https://tea.example/login?next=/cup", PROBLEM.NEEDS_SIGN_IN),
    ],
)
def test_where_neither_an_owner_nor_a_redirect_may_lead(
    web: Downloads, site: BoardSite, target: str, problem: DownloadProblem
) -> None:
    site.send_on("tea.example/cup", target)
    assert stopped(lambda: web.get("https://tea.example/cup", limits=SOME)) is problem
    if problem is not PROBLEM.NEEDS_SIGN_IN:
        assert stopped(lambda: web.get(target, limits=SOME)) is problem
    assert site.asked == ["tea.example/cup"]


def test_http_only_to_this_computer_and_only_where_a_test_says_so(
    site: BoardSite, own: Downloads
) -> None:
    site.put("cup", b"cup")
    assert own.get(f"{site.url}/cup", limits=SOME).data == b"cup"
    assert stopped(lambda: Downloads().get(f"{site.url}/cup", limits=SOME)) is PROBLEM.NOT_SECURE
    assert stopped(lambda: own.get("http://tea.example/", limits=SOME)) is PROBLEM.NOT_SECURE


def test_a_site_without_a_good_certificate_is_not_trusted(site: BoardSite, own: Downloads) -> None:
    """It speaks no TLS at all."""
    address = f"https://127.0.0.1:{site.port}/"
    assert stopped(lambda: own.get(address, limits=SOME)) is PROBLEM.NOT_TRUSTED


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the store is not a file")
def test_whose_certificate_is_for_the_name_that_was_asked(
    own: Downloads,
    resolve: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """The connection goes to a number; the certificate is held against the name all the same."""
    make_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    with serving(tls_files=tmp_path) as served:
        assert own.get(served.url, limits=SOME).data == b"{}"
        resolve("127.0.0.1")
        named = served.url.replace("127.0.0.1", "tea.example")
        assert stopped(lambda: own.get(named, limits=SOME)) is PROBLEM.NOT_TRUSTED
        assert len(served.heard) == 1
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "nobody.pem"))
        (tmp_path / "nobody.pem").write_text("")
        assert stopped(lambda: own.get(served.url, limits=SOME)) is PROBLEM.NOT_TRUSTED


def test_a_ring_of_redirects_ends(web: Downloads, site: BoardSite) -> None:
    site.send_on("tea.example/a", "https://tea.example/b")
    site.send_on("tea.example/b", "https://tea.example/a", 307)
    assert stopped(lambda: web.get("https://tea.example/a", limits=SOME)) is PROBLEM.GOES_ROUND
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (404, PROBLEM.NOT_FOUND), (410, PROBLEM.NOT_FOUND), (401, PROBLEM.NEEDS_SIGN_IN),
        (403, PROBLEM.REFUSED), (429, PROBLEM.BUSY), (500, PROBLEM.BUSY), (503, PROBLEM.BUSY),
        (204, PROBLEM.REFUSED), (302, PROBLEM.REFUSED), (451, PROBLEM.REFUSED),
    ],
)  # fmt: skip
def test_what_a_status_says(
    web: Downloads, site: BoardSite, status: int, problem: DownloadProblem
) -> None:
    address = site.put("tea.example/cup", status=status)
    assert stopped(lambda: web.get(address, limits=SOME)) is problem


def test_a_length_that_is_too_much_is_not_even_begun(web: Downloads, site: BoardSite) -> None:
    address = site.put("tea.example/cup", bytes(300_000))
    assert stopped(lambda: web.get(address, limits=SOME)) is PROBLEM.TOO_LARGE
    assert len(web.get(address, limits=Limits(300_000, 20)).data) == 300_000


def test_an_endless_answer_is_left(web: Downloads, site: BoardSite) -> None:
    def pour(wire: Any) -> None:
        while not site.freed.is_set():
            wire.write(bytes(60_000))

    address = site.put("tea.example/cup", after=pour, length=False)
    seen: list[int] = []

    def watch(come: int, _whole: int) -> bool:
        seen.append(come)
        return True

    problem = stopped(lambda: web.get(address, limits=SOME, watch=watch))
    assert problem is PROBLEM.TOO_LARGE
    assert max(seen) <= 200_000


def test_few_bytes_that_unpack_to_many_are_left(web: Downloads, site: BoardSite) -> None:
    address = site.put("tea.example/cup", bomb(), headers={"Content-Encoding": "gzip"})
    assert stopped(lambda: web.get(address, limits=SOME)) is PROBLEM.TOO_LARGE


def test_bytes_that_do_not_unpack(web: Downloads, site: BoardSite) -> None:
    address = site.put("tea.example/cup", b"no gzip", headers={"Content-Encoding": "gzip"})
    assert stopped(lambda: web.get(address, limits=SOME)) is PROBLEM.BROKEN_OFF


def test_an_answer_that_is_cut_short(web: Downloads, site: BoardSite) -> None:
    def cut(wire: Any) -> None:
        wire.write(b"half")
        raise ConnectionError

    address = site.put("tea.example/cup", bytes(50_000), after=cut)
    assert stopped(lambda: web.get(address, limits=SOME)) is PROBLEM.BROKEN_OFF


def test_an_answer_that_never_goes_on(own: Downloads, site: BoardSite) -> None:
    def wait(_wire: Any) -> None:
        site.freed.wait(30)

    site.put("cup", b"late", after=wait)
    short = Limits(200_000, 0.3)
    assert stopped(lambda: own.get(f"{site.url}/cup", limits=short)) is PROBLEM.TOO_SLOW


def test_an_answer_that_drips_has_an_end_as_a_whole(own: Downloads, site: BoardSite) -> None:
    """Each read is quick enough; all together are not."""

    def drip(wire: Any) -> None:
        while not site.freed.wait(0.05):
            wire.write(b".")
            wire.flush()

    site.put("cup", after=drip, length=False)
    short = Limits(200_000, 0.4)
    assert stopped(lambda: own.get(f"{site.url}/cup", limits=short)) is PROBLEM.TOO_SLOW


def test_a_head_that_drips_has_an_end(own: Downloads) -> None:
    """No line of it is ever whole."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(10)
    over = threading.Event()

    def serve() -> None:
        wire, _ = listener.accept()
        wire.recv(65_536)
        with contextlib.suppress(OSError):
            while not over.wait(0.05):
                wire.sendall(b"H")
        wire.close()

    thread = threading.Thread(target=serve)
    thread.start()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    problem = stopped(lambda: own.get(address, limits=Limits(200_000, 0.4)))
    over.set()
    thread.join()
    listener.close()
    assert problem is PROBLEM.TOO_SLOW


def test_the_time_of_all_hops_counts_together(web: Downloads, site: BoardSite) -> None:
    now = iter([0.0, 1.0, 30.0, 30.0])
    late = Downloads(adapter=site.adapter, clock=lambda: next(now))
    site.send_on("tea.example/a", "https://tea.example/b")
    assert stopped(lambda: late.get("https://tea.example/a", limits=SOME)) is PROBLEM.TOO_SLOW
    assert site.asked == ["tea.example/a"]


def test_how_far_it_is_and_stopping_it(web: Downloads, site: BoardSite) -> None:
    address = site.put("tea.example/cup", bytes(150_000))
    seen: list[tuple[int, int]] = []

    def watch(come: int, whole: int) -> bool:
        seen.append((come, whole))
        return len(seen) < 2

    assert stopped(lambda: web.get(address, limits=SOME, watch=watch)) is PROBLEM.CANCELLED
    assert len(seen) == 2
    assert seen[0][0] < seen[1][0] <= 150_000
    assert {whole for _, whole in seen} == {150_000}


def test_nobody_listens(site: BoardSite) -> None:
    port = site.port
    gone = socket.socket()
    gone.bind(("127.0.0.1", 0))
    free = gone.getsockname()[1]
    gone.close()
    assert free != port
    address = f"http://127.0.0.1:{free}/"
    assert stopped(lambda: Downloads(loopback=True).get(address, limits=SOME)) is PROBLEM.OFFLINE


def test_a_name_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolver(*_args: Any, **_kwargs: Any) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    assert stopped(lambda: Downloads().get("https://tea.example/", limits=SOME)) is PROBLEM.OFFLINE


def test_nothing_of_this_computer_goes_along(
    site: BoardSite, own: Downloads, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """No password of the .netrc, no cookie of an earlier call."""
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login tea password leaf\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(10)

    def serve() -> None:
        for _ in range(2):
            wire, _ = listener.accept()
            heard.append(wire.recv(65_536))
            wire.sendall(b"HTTP/1.1 200 OK\r\nSet-Cookie: who=tea\r\nContent-Length: 2\r\n\r\nok")
            wire.close()

    thread = threading.Thread(target=serve)
    thread.start()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    for _ in range(2):
        assert own.get(address, limits=SOME).data == b"ok"
    thread.join()
    listener.close()
    assert len(heard) == 2
    for head in heard:
        assert b"authorization" not in head.lower()
        assert b"cookie" not in head.lower()


def test_behind_a_proxy_the_judged_address_is_asked_for(
    resolve: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office's proxy must not resolve the name a second time, nor be a way inside."""
    heard: list[bytes] = []
    proxy = socket.create_server(("127.0.0.1", 0))
    proxy.settimeout(10)

    def serve() -> None:
        wire, _ = proxy.accept()
        heard.append(wire.recv(65_536))
        wire.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
        wire.close()

    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
    monkeypatch.setenv("no_proxy", "")
    resolve("10.0.0.7")
    assert stopped(lambda: Downloads().get("https://tea.example/", limits=SOME)) is (
        PROBLEM.NOT_PUBLIC
    )
    thread = threading.Thread(target=serve)
    thread.start()
    resolve("93.184.216.34")
    assert stopped(lambda: Downloads().get("https://tea.example/", limits=SOME)) is PROBLEM.OFFLINE
    thread.join()
    proxy.close()
    assert heard[0].startswith(b"CONNECT 93.184.216.34:443 ")


def test_who_may_be_asked_again_and_what_the_error_says() -> None:
    assert DownloadStopped(PROBLEM.BUSY).may_pass
    assert not DownloadStopped(PROBLEM.NOT_PUBLIC).may_pass
