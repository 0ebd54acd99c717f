"""Sends the video of a post to X before its hour, beside the lane in which posts go out.

A video takes minutes; meanwhile other posts are written, queued and taken back. Nothing is
published here: X's id of the video is written down, and whoever sends the post finds it. Where it
does not come about, the post is sent as any other, and meets the same trouble there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from services.accounts.accounts import Account, Accounts, Way
from services.clock import Clock
from services.publishing.posts import Attachment, read_post
from services.publishing.records import Records
from services.publishing.states import State

if TYPE_CHECKING:
    from services.media.pictures import PictureStore
    from services.publishing.may_send import MaySend
    from services.publishing.uploading import Uploading
    from services.store.database import Database
    from services.x_api.clients import Clients

EARLY = 600
"""Seconds before its hour. What X has got lives a day there."""
_LEAST_LIFE = 3_600
_NEXT = """
SELECT post.id, post.account_id FROM post
JOIN part ON part.post_id = post.id JOIN attachment ON attachment.part_id = part.id
JOIN picture ON picture.hash = attachment.picture
WHERE post.state = 'queued' AND post.due_at <= ? AND part.x_post_id IS NULL
  AND picture.mime LIKE 'video/%' AND coalesce(post.next_try_at, 0) <= ?
  AND (attachment.x_media_id IS NULL OR coalesce(attachment.media_expires_at, 0) < ?)
ORDER BY post.due_at, post.queued_at
"""


class Waiting(NamedTuple):
    """A post whose video is not on X. At its hour it is held back by that, and no other is."""

    post_id: str
    account_id: str


class UploadsAhead:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        accounts: Accounts,
        clients: Clients,
        pictures: PictureStore,
        may_send: MaySend,
        uploading: Uploading,
    ) -> None:
        self._database = database
        self._clock = clock
        self._accounts = accounts
        self._clients = clients
        self._pictures = pictures
        self._may_send = may_send
        self._uploading = uploading
        self._records = Records(database, clock)

    def all(self, *, besides: frozenset[str] = frozenset()) -> tuple[Waiting, ...]:
        """Quick, in any lane; the first one first. `besides`: posts for which it was tried."""
        now = self._clock.now()
        rows = self._database.connection.execute(_NEXT, (now + EARLY, now, now + _LEAST_LIFE))
        found = dict.fromkeys(Waiting(row["id"], row["account_id"]) for row in rows.fetchall())
        may = {one: self._may(self._accounts.get(one)) for one in {each[1] for each in found}}
        return tuple(one for one in found if one.post_id not in besides and may[one.account_id])

    def send(self, waiting: Waiting) -> None:
        """In a lane of its own: takes minutes. Raises AppError; the post is where it was."""
        client = self._clients.for_account(self._accounts.get(waiting.account_id))
        post = read_post(self._database.connection, waiting.post_id)
        videos = [one for part in post.left for one in part.attachments if one.is_video]
        for video in videos if post.state is State.QUEUED else ():
            if not self._is_there(video):
                with self._uploading.of(post.id) as told:
                    picture = self._pictures.get(video.picture)
                    path = self._pictures.path(picture.hash)
                    media = client.upload_video(path, picture.mime, told=told)
                self._records.uploaded(video, media)

    def _is_there(self, video: Attachment) -> bool:
        ends = video.media_expires_at or 0
        return video.x_media_id is not None and ends >= self._clock.now() + _LEAST_LIFE

    def _may(self, account: Account) -> bool:
        by_hand = account.way is Way.BY_HAND or account.waits_for_proof
        return not by_hand and account.removed_at is None and not self._may_send.trouble(account)
