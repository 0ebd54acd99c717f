"""What a form sends: the only shape the token addresses and the consent page take."""

from __future__ import annotations

from urllib.parse import parse_qsl

from services.x_api.practice.messages import Request

_KIND = "application/x-www-form-urlencoded"
_MOST_FIELDS = 32


def form(request: Request) -> dict[str, str] | None:
    """None for another kind of body, one that cannot be read, or a name that comes twice."""
    if request.header("content-type").partition(";")[0].strip().casefold() != _KIND:
        return None
    try:
        pairs = parse_qsl(
            request.body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        return None
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else None
