"""The header that proves whose call it is. Loaded with requests, by the gateway alone."""

from __future__ import annotations

import requests


class Bearer(requests.auth.AuthBase):
    """Sets the header itself: without an `auth`, requests would prefer a password in ~/.netrc."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request
