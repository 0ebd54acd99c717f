"""Fetches a feed or a picture from another site, and never from anywhere an owner did not mean.

https alone, to public addresses alone: the name is resolved, the address found is judged, and that
very address is connected to (requests-hardened), again at each redirect. So neither a name that
leads into the own network nor one that changes its mind between look and call gets through. What
requests-hardened 1.3 leaves open is closed here and in public_adapter.py: redirects that leave
https, names and passwords in the address, ports of other services, the .netrc and cookies of
somebody else, an answer without an end, and certificates on Windows and macOS.

Not covered: the system's own resolver has no time limit of ours, and on a network that reaches
IPv4 through NAT64 every site counts as not public.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.utils import get_environ_proxies
from requests_hardened.ip_filter import InvalidIPAddress
from urllib3.exceptions import HTTPError

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.public_adapter import PublicAdapter
from services.media.web import Got, Limits, Watch
from services.x_api.transport import is_loopback

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_MOST_HOPS = 6
_CHUNK = 64 * 1024
_MOST_ADDRESS = 4_000
_MOST_NAME = 253
_LEAST_OTHER_PORT = 1_024
_AGENT = "Mozilla/5.0 (compatible; Shoplark/1.0)"
_REDIRECTS = (301, 302, 303, 307, 308)
_SIGN_IN_PATHS = ("/login", "/signin", "/sign-in", "/accounts/login", "/register")

# It would write the addresses into the log, as warnings.
logging.getLogger("requests_hardened.ip_filter").setLevel(logging.CRITICAL)


class Downloads:
    """Each call has a session of its own: nothing is remembered from one site to the next."""

    def __init__(
        self,
        *,
        adapter: Callable[[], BaseAdapter] | None = None,
        loopback: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`adapter` takes the place of the whole network. `loopback`: this computer may be asked,
        also by http. Both are for tests; nothing an owner does sets them."""
        self._adapter = adapter
        self._loopback = loopback
        self._clock = clock

    def get(self, address: str, *, limits: Limits, watch: Watch | None = None) -> Got:
        """Raises DownloadStopped."""
        until = self._clock() + limits.seconds
        with self._session() as session:
            answer = self._follow(session, address, until)
            with answer:
                _check_status(answer.status_code)
                data = self._read(answer, limits.bytes, until, watch)
                return Got(data, str(answer.url), _charset_of(answer))

    def find(self, address: str, *, limits: Limits, enough: Callable[[str], bool]) -> str:
        """Where the address leads, as soon as that is `enough`. Raises DownloadStopped."""
        until = self._clock() + limits.seconds
        with self._session() as session:
            for _hop in range(_MOST_HOPS):
                answer = self._ask(session, address, until)
                answer.close()
                target = _target(answer, address)
                if target is None:
                    raise DownloadStopped(DownloadProblem.NOT_FOUND, "it leads nowhere")
                if enough(target):
                    return target
                address = target
        raise DownloadStopped(DownloadProblem.GOES_ROUND)

    def _follow(self, session: requests.Session, address: str, until: float) -> requests.Response:
        for _hop in range(_MOST_HOPS):
            answer = self._ask(session, address, until)
            target = _target(answer, address)
            if target is None:
                return answer
            answer.close()
            address = target
            if urlsplit(address).path.lower().startswith(_SIGN_IN_PATHS):
                raise DownloadStopped(DownloadProblem.NEEDS_SIGN_IN)
        raise DownloadStopped(DownloadProblem.GOES_ROUND)

    def _ask(self, session: requests.Session, address: str, until: float) -> requests.Response:
        left = until - self._clock()
        if left <= 0:
            raise DownloadStopped(DownloadProblem.TOO_SLOW)
        with self._in_time(until), _translated():
            request = session.prepare_request(requests.Request("GET", address))
            self._check(str(request.url))
            adapter = session.get_adapter(str(request.url))
            if isinstance(adapter, PublicAdapter):
                adapter.seconds = left
            return session.send(
                request,
                stream=True,
                allow_redirects=False,
                timeout=(min(_CONNECT_SECONDS, left), min(_READ_SECONDS, left)),
                # The session trusts no environment, since that would also bring a .netrc.
                proxies={} if self._loopback else get_environ_proxies(str(request.url)),
            )

    def _check(self, address: str) -> None:
        """As it will be sent, after everything that requests mends in it."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        if len(address) > _MOST_ADDRESS or len(host) > _MOST_NAME:
            raise DownloadStopped(DownloadProblem.NOT_AN_ADDRESS, "too long")
        if parts.username is not None or parts.password is not None:
            raise DownloadStopped(DownloadProblem.NOT_AN_ADDRESS, "a name before the host")
        if parts.scheme != "https" and not (self._loopback and is_loopback(address)):
            raise DownloadStopped(DownloadProblem.NOT_SECURE)
        port = parts.port or 443
        if port != 443 and port < _LEAST_OTHER_PORT:
            raise DownloadStopped(DownloadProblem.NOT_PUBLIC, f"port {port}")

    def _read(
        self, answer: requests.Response, most: int, until: float, watch: Watch | None
    ) -> bytes:
        claimed = answer.headers.get("content-length", "")
        whole = int(claimed) if claimed.isascii() and claimed.isdigit() else 0
        if whole > most:
            raise DownloadStopped(DownloadProblem.TOO_LARGE)
        data = bytearray()
        with self._in_time(until), _translated():
            for chunk in answer.iter_content(_CHUNK):
                data += chunk
                if len(data) > most:
                    raise DownloadStopped(DownloadProblem.TOO_LARGE)
                if self._clock() > until:
                    raise DownloadStopped(DownloadProblem.TOO_SLOW)
                if watch is not None and not watch(len(data), whole):
                    raise DownloadStopped(DownloadProblem.CANCELLED)
        if self._clock() > until:
            # An answer without a length that is cut off reads like one that has come to its end.
            raise DownloadStopped(DownloadProblem.TOO_SLOW)
        return bytes(data)

    @contextmanager
    def _in_time(self, until: float) -> Iterator[None]:
        """An answer whose time is over is shut, which reads like one that was broken off."""
        try:
            yield
        except DownloadStopped as stopped:
            if stopped.may_pass and self._clock() > until:
                raise DownloadStopped(DownloadProblem.TOO_SLOW) from stopped
            raise

    @contextmanager
    def _session(self) -> Iterator[requests.Session]:
        session = requests.Session()
        session.trust_env = False
        session.headers["User-Agent"] = _AGENT
        session.adapters.clear()
        if self._adapter is not None:
            session.mount("https://", self._adapter())
        else:
            session.mount("https://", PublicAdapter(https=True, loopback=self._loopback))
            if self._loopback:
                session.mount("http://", PublicAdapter(https=False, loopback=True))
        try:
            yield session
        finally:
            session.close()


@contextmanager
def _translated() -> Iterator[None]:
    """The libraries' errors in our words; the first that fits."""
    try:
        yield
    except InvalidIPAddress as error:
        raise DownloadStopped(DownloadProblem.NOT_PUBLIC) from error
    except (
        requests.exceptions.InvalidURL,
        requests.exceptions.MissingSchema,
        requests.exceptions.InvalidHeader,
    ) as error:
        raise DownloadStopped(DownloadProblem.NOT_AN_ADDRESS) from error
    except requests.exceptions.InvalidSchema as error:
        raise DownloadStopped(DownloadProblem.NOT_SECURE) from error
    except requests.exceptions.SSLError as error:
        raise DownloadStopped(DownloadProblem.NOT_TRUSTED, type(error).__name__) from error
    except (requests.exceptions.Timeout, TimeoutError) as error:
        raise DownloadStopped(DownloadProblem.TOO_SLOW, type(error).__name__) from error
    except (
        requests.exceptions.ChunkedEncodingError,
        requests.exceptions.ContentDecodingError,
    ) as error:
        raise DownloadStopped(DownloadProblem.BROKEN_OFF, type(error).__name__) from error
    except (requests.exceptions.RequestException, HTTPError, OSError) as error:
        raise DownloadStopped(DownloadProblem.OFFLINE, type(error).__name__) from error
    except (ValueError, UnicodeError) as error:
        # urlsplit and the encoding of host names say so.
        raise DownloadStopped(DownloadProblem.NOT_AN_ADDRESS, type(error).__name__) from error


def _target(answer: requests.Response, address: str) -> str | None:
    """Where a redirect leads; None for an answer that is none."""
    target = answer.headers.get("location")
    if answer.status_code not in _REDIRECTS or not target:
        return None
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise DownloadStopped(DownloadProblem.NOT_AN_ADDRESS) from error


def _check_status(status: int) -> None:
    if status == 200:
        return
    if status in (404, 410):
        raise DownloadStopped(DownloadProblem.NOT_FOUND, str(status))
    if status in (401, 407):
        raise DownloadStopped(DownloadProblem.NEEDS_SIGN_IN, str(status))
    if status == 429 or status >= 500:
        raise DownloadStopped(DownloadProblem.BUSY, str(status))
    raise DownloadStopped(DownloadProblem.REFUSED, str(status))


def _charset_of(answer: requests.Response) -> str:
    """Only what the server said: requests assumes Latin-1 where it said nothing."""
    claimed = answer.headers.get("content-type", "")
    return (answer.encoding or "") if "charset" in claimed.lower() else ""
