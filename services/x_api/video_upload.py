"""A video on its way to X: announced, sent in pieces, closed, and waited for.

Only the id of one that X is done with is given back, so that whoever writes it down may use it; a
run that dies in between begins again with a new one. A piece may be sent twice: it is known by its
number. Nothing here publishes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from services.errors import (
    AnswerNotUnderstood,
    AppError,
    BadImage,
    ImageProblem,
    Offline,
    Refusal,
    Rejected,
    ServerTrouble,
)
from services.x_api.client import Told, UploadedMedia
from services.x_api.media_upload import Call
from services.x_api.wire import uploaded_media

PIECE = 4 * 1024 * 1024
"""X takes pieces up to 5 MB (x_platform.md §1.4)."""
MOST_BYTES = 512 * 1024 * 1024
PAUSES = (1, 2, 5, 10, 30)
"""Seconds between the tries of one call: a line that breaks for half a minute loses nothing."""
LONGEST_WAIT = 600
"""Seconds that X is given to work on it before the post is put off."""
LONGEST_PAUSE = 30

_Json = Mapping[str, Any]
T = TypeVar("T")


class Append(Protocol):
    def __call__(self, route: str, index: int, data: bytes) -> None:
        """One piece to X; raises AppErrors only."""


class Calls(NamedTuple):
    ask: Call
    append: Append


def upload_video(
    calls: Calls,
    path: Path,
    mime: str,
    *,
    now: Callable[[], int],
    wait: Callable[[float], None],
    told: Told,
) -> UploadedMedia:
    """`told(done, of)` hears of each piece, in bytes.

    Raises BadImage for our own copy that is gone, Rejected(BAD_VIDEO) for what X does not take,
    ServerTrouble when X is not done with it in time.
    """
    size = _size(path)
    if not 0 < size <= MOST_BYTES:
        raise Rejected(Refusal.BAD_VIDEO, f"{size} bytes of {mime}")
    with _of_the_video():
        begun = calls.ask(
            "POST",
            "/2/media/upload/initialize",
            json={"media_type": mime, "total_bytes": size, "media_category": "tweet_video"},
        )
        media_id = uploaded_media(begun, 0).id
        _send(calls.append, path, size, media_id, wait, told)
        answer = _closed(calls.ask, media_id, wait)
        answer = _ready(calls.ask, media_id, answer, wait)
        return uploaded_media(answer, now())


def _send(
    append: Append,
    path: Path,
    size: int,
    media_id: str,
    wait: Callable[[float], None],
    told: Told,
) -> None:
    done = 0
    try:
        with path.open("rb") as file:
            for index, piece in enumerate(iter(lambda: file.read(PIECE), b"")):
                _send_one(append, f"/2/media/upload/{media_id}/append", index, piece, wait)
                done += len(piece)
                told(done, size)
    except OSError as error:
        raise _gone(path, error) from error
    if done != size:
        raise BadImage(ImageProblem.CUT_SHORT, path, f"{done} of {size} bytes")


def _send_one(
    append: Append, route: str, index: int, piece: bytes, wait: Callable[[float], None]
) -> None:
    _patiently(partial(append, route, index, piece), wait)


def _patiently(call: Callable[[], T], wait: Callable[[float], None]) -> T:
    for pause in PAUSES:
        try:
            return call()
        except (Offline, ServerTrouble):
            wait(pause)
    return call()


def _closed(ask: Call, media_id: str, wait: Callable[[float], None]) -> _Json:
    """Without an answer X is asked how it stands: it may have closed it."""
    unanswered: AppError | None = None
    for pause in (*PAUSES, None):
        try:
            return ask("POST", f"/2/media/upload/{media_id}/finalize")
        except (Offline, ServerTrouble) as error:
            unanswered = error
        except Rejected as error:
            # A second end after a first that was heard: no word about the video itself.
            raise unanswered or error from error
        answer = _patiently(partial(_status, ask, media_id), wait)
        if _state(answer):
            return answer
        if pause is not None:
            wait(pause)
    raise unanswered or ServerTrouble("no word about the end of the upload")


def _ready(ask: Call, media_id: str, answer: _Json, wait: Callable[[float], None]) -> _Json:
    waited: float = 0
    while (state := _state(answer)) not in ("", "succeeded"):
        if state == "failed":
            raise Rejected(Refusal.BAD_VIDEO, "X could not use the video")
        if waited >= LONGEST_WAIT:
            raise ServerTrouble("X is still working on the video")
        pause = answer["data"]["processing_info"].get("check_after_secs")
        pause = min(pause if isinstance(pause, int) and pause > 0 else 1, LONGEST_PAUSE)
        wait(pause)
        waited += pause
        answer = _patiently(partial(_status, ask, media_id), wait)
    return answer


def _status(ask: Call, media_id: str) -> _Json:
    answer = ask("GET", "/2/media/upload", params={"media_id": media_id, "command": "STATUS"})
    if not isinstance(answer.get("data"), Mapping):
        raise AnswerNotUnderstood("dialect drift: no state of the upload")
    return answer


def _state(answer: _Json) -> str:
    """Empty where X has nothing to do with it, or has not been told that it is whole."""
    data = answer.get("data")
    info = data.get("processing_info") if isinstance(data, Mapping) else None
    return str(info.get("state") or "pending") if isinstance(info, Mapping) else ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise _gone(path, error) from error


def _gone(path: Path, error: OSError) -> BadImage:
    return BadImage(ImageProblem.UNREADABLE, path, str(error))


@contextmanager
def _of_the_video() -> Iterator[None]:
    """What X says of media while only a video is under way, it says of the video."""
    try:
        yield
    except Rejected as error:
        if error.reason is not Refusal.BAD_MEDIA:
            raise
        raise Rejected(Refusal.BAD_VIDEO, error.detail) from error
