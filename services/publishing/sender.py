"""Sends one claimed post end to end: upload, describe, create, record, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from services.accounts.accounts import Account, Accounts
from services.clock import DAY, Clock
from services.errors import AppError, Refusal, Rejected, ServerTrouble, StorageTrouble
from services.media.pictures import Picture, PictureStore
from services.publishing import waits
from services.publishing.crash_points import CrashPoints, Point
from services.publishing.doubt import Doubts, answered_by
from services.publishing.part_extras import extras_of
from services.publishing.post_price import price_of, unsent
from services.publishing.posts import Attachment, Part, Post, read_post
from services.publishing.records import Records
from services.publishing.sent_words import SentWords
from services.publishing.states import State
from services.publishing.uploading import Uploading
from services.store.database import Database
from services.x_api.client import CreatedPost, UploadedMedia, XClient
from services.x_api.clients import Clients

MEDIA_MARGIN = 60
"""Seconds a media id must still live to be used."""


class _Doubtful(Exception):
    """X was asked to publish and nobody knows whether it did."""

    def __init__(self, error: AppError) -> None:
        super().__init__(error.name)
        self.error = error


class Sender:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        accounts: Accounts,
        clients: Clients,
        pictures: PictureStore,
        records: Records,
        doubts: Doubts,
        crash_points: CrashPoints,
        *,
        settle: int,
    ) -> None:
        self._database = database
        self._clock = clock
        self._accounts = accounts
        self._clients = clients
        self._pictures = pictures
        self._records = records
        self._doubts = doubts
        self._crash_points = crash_points
        self._settle = settle
        self.uploading = Uploading()
        self._words = SentWords(database)

    def send(self, account: Account, post: Post) -> Post:
        """The post as it is afterwards: sent, or where its error put it.

        Raises StorageTrouble alone; the post then stays `sending` and the next batch looks for it.
        """
        try:
            client = self._clients.for_account(account)
            account = self._accounts.identify(account, client)
            self._check_whole(account, post)
            while (part := _next_part(post)) is not None:
                post = self._publish(client, post, part)
        except StorageTrouble:
            raise
        except _Doubtful as doubt:
            return self._records.doubt(post, doubt.error, self._doubts.first_look())
        except AppError as error:
            now = self._clock.now()
            wait = waits.after(error, now=now, tries=post.tries, settle=self._settle)
            if isinstance(error, ServerTrouble) and _is_overdue(post, now):
                wait = waits.Wait(State.NEEDS_YOU, detail=wait.detail)
            return self._records.wait(post, error, wait)
        return post

    def _check_whole(self, account: Account, post: Post) -> None:
        """A thread does not begin that the budget, X's day or a part of it would break off."""
        rest = unsent(post)
        self._check_pictures(rest)
        if account.prices is None:
            return
        answers = len(rest) if post.reply_to_x_id or len(rest) < len(post.parts) else len(rest) - 1
        self._clients.check_whole(
            account,
            price_of(post, account.prices),
            posts=len(rest) - answers,
            answers=answers,
        )

    def _check_pictures(self, rest: Sequence[Part]) -> None:
        """Raises BadImage for one that is gone, of whatever part."""
        for part in rest:
            for attachment in part.attachments:
                if not self._is_uploaded(attachment):
                    self._pictures.check(attachment.picture)

    def _publish(self, client: XClient, post: Post, part: Part) -> Post:
        if part.id != post.parts[0].id and answered_by(post, part) is None:
            # The owner posted the part before by hand and gave no link.
            raise Rejected(Refusal.LINK_MISSING)
        used_before = any(one.x_media_id is not None for one in part.attachments)
        try:
            created = self._create(client, post, self._with_media(client, post, part))
        except Rejected as error:
            if error.reason is not Refusal.BAD_MEDIA or not used_before:
                raise
            # Media ids from an earlier try may end before X said they would: once more, with new.
            self._records.forget_media(part)
            created = self._create(client, post, self._with_media(client, post, part))
        self._crash_points.reach(Point.AFTER_ANSWER)
        post = self._records.created(post, part, created.id)
        self._crash_points.reach(Point.AFTER_RECORD)
        return post

    def _with_media(self, client: XClient, post: Post, part: Part) -> Part:
        """Uploads what X does not have (any longer) and describes it; the part as it is then."""
        for attachment in _fresh(self._read(post), part).attachments:
            self._crash_points.reach(Point.BEFORE_UPLOAD)
            if not self._is_uploaded(attachment):
                self._upload(client, post, attachment)
        for attachment in _fresh(self._read(post), part).attachments:
            if attachment.alt_text and not attachment.alt_text_set and attachment.x_media_id:
                client.set_alt_text(attachment.x_media_id, attachment.alt_text)
                self._records.described(attachment)
        return _fresh(self._read(post), part)

    def _upload(self, client: XClient, post: Post, attachment: Attachment) -> None:
        picture = self._pictures.get(attachment.picture)
        if picture.is_video:
            media = self._upload_video(client, post, picture)
        else:
            media = client.upload_image(self._pictures.read(picture.hash), picture.mime)
        self._crash_points.reach(Point.DURING_UPLOAD)
        self._records.uploaded(attachment, media)

    def _upload_video(self, client: XClient, post: Post, video: Picture) -> UploadedMedia:
        with self.uploading.of(post.id) as tell:

            def told(done: int, of: int) -> None:
                self._crash_points.reach(Point.BETWEEN_PIECES)
                tell(done, of)

            tell(0, video.bytes)
            return client.upload_video(self._pictures.path(video.hash), video.mime, told=told)

    def _is_uploaded(self, attachment: Attachment) -> bool:
        expires_at = attachment.media_expires_at or 0
        return attachment.x_media_id is not None and expires_at > self._clock.now() + MEDIA_MARGIN

    def _create(self, client: XClient, post: Post, part: Part) -> CreatedPost:
        text = self._words.of(post, part.text)
        self._records.asking(part)
        self._crash_points.reach(Point.BEFORE_CREATE)
        self._crash_points.reach(Point.BEFORE_ANSWER)
        try:
            return client.create_post(
                text,
                media_ids=tuple(one.x_media_id for one in part.attachments if one.x_media_id),
                reply_to=answered_by(post, part),
                extras=extras_of(post, part),
            )
        except waits.MAYBE_CREATED as error:
            raise _Doubtful(error) from error
        except Rejected as error:
            if error.reason is Refusal.DUPLICATE and post.absent_reads:
                # It was looked for and not found, and yet X has it: look once more.
                raise _Doubtful(error) from error
            self._records.surely_not_there(part)
            raise
        except AppError:
            self._records.surely_not_there(part)
            raise

    def _read(self, post: Post) -> Post:
        return read_post(self._database.connection, post.id)


def _is_overdue(post: Post, now: int) -> bool:
    """X has tripped over it for a day: the owner ought to know, and may change it."""
    return now - max(post.due_at or 0, post.queued_at or 0) > DAY


def _next_part(post: Post) -> Part | None:
    return next(iter(post.left), None)


def _fresh(post: Post, part: Part) -> Part:
    return next(one for one in post.parts if one.id == part.id)
