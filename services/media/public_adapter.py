"""Connects to public addresses alone, trusts whom the system trusts, and has an end.

Loaded with requests.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

from requests_hardened.ip_filter import InvalidIPAddress
from requests_hardened.ip_filter_adapter import IPFilterAdapter

from services.x_api.tls import SystemStore


class PublicAdapter(IPFilterAdapter, SystemStore):  # type: ignore[misc]  # one has no types
    def __init__(self, *, https: bool, loopback: bool) -> None:
        self.seconds = 0.0
        """So long the next answer may take, head and body, from when it is asked for."""
        self._loopback_allowed = loopback
        super().__init__(  # type: ignore[call-arg]  # of the base without types
            is_https_proto=https, allow_loopback=loopback
        )

    def watch(self, connected: Any, seconds: float | None) -> Callable[[], bool]:
        return super().watch(connected, self.seconds)

    def build_connection_pool_key_attributes(
        self, request: Any, verify: Any, cert: Any = None
    ) -> Any:
        """The host is the judged address from here on, and the name is what TLS asks for.

        The name goes as TLS's server name alone: told as `assert_hostname`, urllib3 would compare
        it with a certificate that the system's own check on Windows and macOS does not hand over.
        """
        made: Any = super().build_connection_pool_key_attributes(request, verify, cert)
        host, pool = made
        pool.pop("assert_hostname", None)
        self._judge(str(host["host"]))
        return host, pool

    def _judge(self, host: str) -> None:
        """What the library's own list leaves: whatever the registries call anything but global."""
        address = ip_address(host.strip("[]"))
        if self._loopback_allowed and address.is_loopback:
            return
        reserved = address.is_reserved or address.is_multicast or address.is_unspecified
        if reserved or not address.is_global or getattr(address, "is_site_local", False):
            raise InvalidIPAddress(address)
