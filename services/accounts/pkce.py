"""The address that asks for an account on X, and the two secrets that only this try knows.

OAuth 2.0 with PKCE for a program without a secret of its own (RFC 7636, S256): whoever catches the
code on its way back cannot use it without the verifier, which never leaves this computer before
the exchange. The state tells X's answer to this question from any other page's.

The state has to be in the address, and so is seen for as long as the try lasts: in the arguments
of what starts the browser, in the browser, and on the clipboard where the owner copied the
address. It is of one try and opens nothing. Whoever reads it can answer before X does: with a no
or a code of no use, which spoils the try, or with a code for an account of their own: the proof
names that one, and nothing goes out as it where X or the owner has named another before. The state
is kept and logged nowhere all the same.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlencode, urlsplit

from services.x_api.transport import is_loopback

X_PAGE = "https://x.com"
SCOPES = (
    "tweet.read",
    "tweet.write",
    "users.read",
    "offline.access",
    "media.write",
    "dm.read",
    "dm.write",
    "tweet.moderate.write",
)
"""All that Shoplark does on X: one more later would mean asking the owner again."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """Of one try to sign in. The verifier is told to X alone, the state to the browser too."""

    state: str = field(repr=False)
    verifier: str = field(repr=False)

    @property
    def challenge(self) -> str:
        return challenge_of(self.verifier)


def new_secrets() -> Secrets:
    """From the system's own randomness; 256 bits each, in 43 signs."""
    import secrets

    return Secrets(secrets.token_urlsafe(32), secrets.token_urlsafe(32))


def challenge_of(verifier: str) -> str:
    """RFC 7636, 4.2: what X is shown first of the verifier."""
    return urlsafe_b64encode(sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode()


def authorize_address(host: str, *, client_id: str, redirect_uri: str, secrets: Secrets) -> str:
    """X's page for the browser. Another X in its place (`--x-url`) has it under its own address."""
    base = _origin(host) if is_loopback(host) else X_PAGE
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "scope": " ".join(SCOPES),
        "state": secrets.state,
        "code_challenge": secrets.challenge,
        "code_challenge_method": "S256",
    }
    return f"{base}/i/oauth2/authorize?{urlencode(query)}"


def _origin(host: str) -> str:
    parts = urlsplit(host)
    return f"{parts.scheme}://{parts.netloc}"
