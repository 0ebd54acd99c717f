"""Sessions that trust whom this computer trusts: the system's own store of certificates.

requests comes with a list of its own (certifi), which knows nothing of an office's proxy and still
trusts what the owner has taken out of the system. Loaded with requests, by those who call X.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import Any

import requests
import truststore
from requests.adapters import BaseAdapter

from services.x_api.deadline import Ending
from services.x_api.transport import is_loopback


def open_session(host: str, adapter: BaseAdapter | None = None) -> requests.Session:
    """A session for `host` alone. `adapter` takes the place of the whole network."""
    session = requests.Session()
    prepare(session, host, adapter)
    return session


def prepare(session: requests.Session, host: str, adapter: BaseAdapter | None = None) -> None:
    """Makes a session that a library opened one of ours."""
    session.mount("https://", adapter or SystemStore())
    session.mount("http://", Ending())
    if is_loopback(host):
        # A proxy of this computer's settings would be shown the token.
        session.trust_env = False


class SystemStore(Ending):
    """Whom the system trusts, and nobody else: neither certifi's list nor a caller's `verify`."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=_context())

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """The context is for X behind the proxy; one reached over TLS itself gets its own."""
        kwargs["ssl_context"] = _context()
        if proxy.lower().startswith("https:"):
            kwargs["proxy_ssl_context"] = _context()
        return super().proxy_manager_for(proxy, **kwargs)

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        # requests puts the file of REQUESTS_CA_BUNDLE here.
        return super().send(request, stream, timeout, True, cert, proxies)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """requests would add certifi's list to the system's here."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = conn.ca_cert_dir = None


def _context() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
