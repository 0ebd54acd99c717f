"""X's v2 media upload and alt text, which tweepy lacks: small pictures whole, others in pieces."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from services.errors import AnswerNotUnderstood, Refusal, Rejected, ServerTrouble
from services.media.captions import ALT_TEXT_LIMIT
from services.x_api.client import UploadedMedia
from services.x_api.wire import uploaded_media

PIECE = 1024 * 1024
"""Bytes sent in one call; a picture up to this size goes whole."""
GIF = "image/gif"
MOST_BYTES = {
    "image/jpeg": 5 * PIECE,
    "image/png": 5 * PIECE,
    "image/webp": 5 * PIECE,
    GIF: 15 * PIECE,
}
"""What X takes as a picture of a post (x_platform.md §1.4)."""
MOST_LOOKS = 30
LONGEST_PAUSE = 5


class Call(Protocol):
    def __call__(
        self,
        method: str,
        route: str,
        *,
        params: Mapping[str, object] | None = None,
        json: Mapping[str, object] | None = None,
    ) -> Mapping[str, Any]:
        """One call to X; raises AppErrors only."""


def upload_image(
    call: Call, data: bytes, mime: str, *, now: Callable[[], int], wait: Callable[[float], None]
) -> UploadedMedia:
    """The media id X gave. Raises Rejected(BAD_MEDIA) before the network for what X never takes."""
    if not data or len(data) > MOST_BYTES.get(mime, 0):
        raise Rejected(Refusal.BAD_MEDIA, f"{len(data)} bytes of {mime}")
    if len(data) <= PIECE and mime != GIF:
        answer = call(
            "POST",
            "/2/media/upload",
            json={"media": b64encode(data).decode(), "media_category": "tweet_image"},
        )
    else:
        answer = _in_pieces(call, data, mime)
    media = uploaded_media(answer, now())
    _wait_until_ready(call, media.id, answer, wait)
    return media


def set_alt_text(call: Call, media_id: str, text: str) -> None:
    if len(text) > ALT_TEXT_LIMIT:
        raise Rejected(Refusal.TOO_LONG, f"alt text of {len(text)}")
    metadata = {"alt_text": {"text": text}}
    call("POST", "/2/media/metadata", json={"id": media_id, "metadata": metadata})


def _in_pieces(call: Call, data: bytes, mime: str) -> Mapping[str, Any]:
    category = "tweet_gif" if mime == GIF else "tweet_image"
    answer = call(
        "POST",
        "/2/media/upload/initialize",
        json={"media_type": mime, "total_bytes": len(data), "media_category": category},
    )
    media_id = uploaded_media(answer, 0).id
    for index, start in enumerate(range(0, len(data), PIECE)):
        piece = b64encode(data[start : start + PIECE]).decode()
        call(
            "POST",
            f"/2/media/upload/{media_id}/append",
            json={"media": piece, "segment_index": index},
        )
    return call("POST", f"/2/media/upload/{media_id}/finalize")


def _wait_until_ready(
    call: Call, media_id: str, answer: Mapping[str, Any], wait: Callable[[float], None]
) -> None:
    """Looks again as often as X says while it works on the picture; most are ready at once."""
    for _ in range(MOST_LOOKS):
        info = answer["data"].get("processing_info")
        state = info.get("state") if isinstance(info, Mapping) else "succeeded"
        if state == "succeeded":
            return
        if state == "failed":
            raise Rejected(Refusal.BAD_MEDIA, "X could not use the picture")
        pause = info.get("check_after_secs")
        wait(min(pause if isinstance(pause, int) and pause > 0 else 1, LONGEST_PAUSE))
        answer = call("GET", "/2/media/upload", params={"media_id": media_id, "command": "STATUS"})
        if not isinstance(answer.get("data"), Mapping):
            raise AnswerNotUnderstood("dialect drift: no state of the upload")
    raise ServerTrouble("X is still working on the picture")
