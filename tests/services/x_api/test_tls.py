"""Whom a session trusts, and that no Authorization goes to another host than it was meant for."""

from __future__ import annotations

import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import certifi
import pytest
import requests
from requests.adapters import HTTPAdapter

from services.accounts.token_calls import TokenCalls
from services.accounts.token_values import FixedToken
from services.clock import SteppedClock
from services.errors import AnswerNotUnderstood, AppError, Offline, ServerTrouble
from services.x_api import tls
from services.x_api.gateway import Gateway
from tests.scripted_x import TOKEN

pytestmark = pytest.mark.loopback


@dataclass
class Served:
    url: str
    heard: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(
    *, status: int = 200, headers: dict[str, str] | None = None, tls_files: Path | None = None
) -> Iterator[Served]:
    """A server that keeps the headers of what it was asked."""
    heard: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append({name.lower(): value for name, value in self.headers.items()})
            self.rfile.read(int(self.headers.get("content-length") or 0))
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_args: Any) -> None:
            """A handshake that the other end broke off is what is tested here."""

    server = Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if tls_files is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tls_files / "server.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Served(f"{scheme}://127.0.0.1:{server.server_port}", heard)
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `ca.pem`, and `server.pem` for 127.0.0.1 signed by it."""
    pytest.importorskip("cryptography")
    folder = tmp_path_factory.mktemp("authority")
    make_authority(folder)
    return folder


def make_authority(folder: Path) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    def name(text: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    def made(
        subject: str, key: Any, signer: Any, *extensions: tuple[x509.ExtensionType, bool]
    ) -> bytes:
        now = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(name(subject))
            .issuer_name(name("Practice authority"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=30))
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), False
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    ca, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    may_sign = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    basic = x509.BasicConstraints(ca=True, path_length=None)
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    (folder / "ca.pem").write_bytes(
        made("Practice authority", ca, ca, (basic, True), (may_sign, True))
    )
    key = own.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "server.pem").write_bytes(key + made("127.0.0.1", own, ca, (here, False)))


# The system's store.


@pytest.fixture
def system_trusts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Makes the system's store one file, where OpenSSL is the system's."""
    if sys.platform != "linux":
        pytest.skip("the store of this system is not a file")

    def set_to(file: Path) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "no-such-folder"))

    return set_to


def test_who_is_in_the_systems_store_is_trusted(authority: Path, system_trusts: Any) -> None:
    system_trusts(authority / "ca.pem")
    with serving(tls_files=authority) as served, tls.open_session(served.url) as session:
        assert session.get(served.url, timeout=10).status_code == 200


def test_who_is_not_in_it_is_told_nothing(
    authority: Path, system_trusts: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither certifi's list nor a file named for requests makes up for it."""
    system_trusts(Path(certifi.where()))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority / "ca.pem"))
    with serving(tls_files=authority) as served, requests.Session() as session:
        tls.prepare(session, "https://api.x.com")
        for verify in (None, True, False, str(authority / "ca.pem")):
            with pytest.raises(requests.exceptions.SSLError):
                session.get(served.url, timeout=10, verify=verify)

    assert served.heard == []


def test_what_is_in_certifis_list_alone_is_not_trusted(
    authority: Path, system_trusts: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_authority(tmp_path)
    system_trusts(tmp_path / "ca.pem")
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(authority / "ca.pem"))
    with serving(tls_files=authority) as served:
        with requests.Session() as plain:
            plain.trust_env = False
            assert plain.get(served.url, timeout=10).status_code == 200
        with tls.open_session(served.url) as ours, pytest.raises(requests.exceptions.SSLError):
            ours.get(served.url, timeout=10)


def test_the_gateway_and_the_token_calls_trust_the_system_alone(
    authority: Path, system_trusts: Any, tmp_path: Path, clock: SteppedClock
) -> None:
    with serving(tls_files=authority) as served:
        gateway = Gateway(FixedToken(TOKEN), clock, host=served.url)
        calls = TokenCalls(served.url, clock)
        left: list[int] = []

        make_authority(tmp_path)
        system_trusts(tmp_path / "ca.pem")
        with pytest.raises(Offline):
            gateway.create_post("Tea")
        with pytest.raises(Offline):
            calls.refresh("a-token", client_id="me", leaving=lambda: left.append(1))
        assert served.heard == []
        assert left == []

        system_trusts(authority / "ca.pem")
        calls.revoke("a-token", client_id="me")
        with pytest.raises(AnswerNotUnderstood):
            gateway.me()
        assert [asked.get("authorization") for asked in served.heard] == [None, f"Bearer {TOKEN}"]


def test_every_session_has_the_systems_store(clock: SteppedClock) -> None:
    gateway = Gateway(FixedToken(TOKEN), clock)
    with tls.open_session("https://api.x.com") as session:
        for one in (session, gateway._tweepy.session):
            assert isinstance(one.get_adapter("https://api.x.com/2/tweets"), tls.SystemStore)
    gateway.close()


def test_behind_a_proxy_too_it_is_the_systems_store() -> None:
    adapter = tls.SystemStore()
    for proxy in ("http://proxy.example:3128", "https://proxy.example:3128"):
        manager = adapter.proxy_manager_for(proxy)
        assert type(manager.connection_pool_kw["ssl_context"]).__module__.startswith("truststore")
    assert isinstance(adapter, HTTPAdapter)


# Redirects.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_takes_no_authorization_anywhere(clock: SteppedClock, status: int) -> None:
    with (
        serving() as other,
        serving(status=status, headers={"location": f"{other.url}/2/tweets"}) as served,
    ):
        gateway = Gateway(FixedToken(TOKEN), clock, host=served.url)
        for call in (lambda: gateway.create_post("Tea"), gateway.me):
            with pytest.raises(AppError, match=str(status)):
                call()
        with pytest.raises(ServerTrouble):
            TokenCalls(served.url, clock).revoke("a-token", client_id="me")

    assert [asked.get("authorization") for asked in served.heard] == [
        f"Bearer {TOKEN}",
        f"Bearer {TOKEN}",
        None,
    ]
    assert other.heard == []
