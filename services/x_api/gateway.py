"""X through tweepy: loaded with the first client asked for. Its models are not used."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from services.accounts.token_values import TokenSource
from services.clock import Clock
from services.errors import AnswerNotUnderstood, Refusal, Rejected
from services.x_api import media_upload, posting, video_upload, wire
from services.x_api.asked_fields import FIELDS, WITH_AUTHOR, fields, iso
from services.x_api.client import (
    NO_EXTRAS,
    CreatedPost,
    Extras,
    PostPage,
    Told,
    UploadedMedia,
    User,
)
from services.x_api.door import Door, Piece
from services.x_api.last_answers import DIALECT, Nowhere
from services.x_api.limits import Limits
from services.x_api.paging import (
    LEAST_OWNER_PAGE,
    LEAST_PAGE,
    hundreds,
    joined,
    read_pages,
)
from services.x_api.transport import HOST
from services.x_api.wire import Asked, Dialect

if TYPE_CHECKING:
    from requests.adapters import BaseAdapter

Json = Mapping[str, Any]
T = TypeVar("T")

logger = logging.getLogger(__name__)


class Gateway:
    """The XClient on tweepy. Lanes may share it: single calls wait for one another."""

    def __init__(
        self,
        tokens: TokenSource,
        clock: Clock,
        *,
        host: str = HOST,
        adapter: BaseAdapter | None = None,
        dialect: Dialect = Dialect.TWEET,
        wait: Callable[[float], None] = time.sleep,
        limits: Limits | None = None,
        answers: Nowhere | None = None,
    ) -> None:
        """`tokens` is asked at each call and once more after a 401; `adapter` takes X's place.

        `limits` knows which calls X refuses for the time being; `answers` notes what X last said.
        """
        self._clock = clock
        self._wait = wait
        self._tweepy = Door(
            tokens,
            clock,
            host=host,
            adapter=adapter,
            dialect=dialect,
            limits=limits,
            answers=answers,
        )

    def close(self) -> None:
        self._tweepy.session.close()

    def me(self) -> User:
        fields = "public_metrics,subscription_type,verified,verified_type"
        answer = self._tweepy.get_me(user_auth=False, user_fields=fields)
        return self._people(answer, wire.one_user)

    def users(self, x_user_ids: tuple[str, ...]) -> tuple[User, ...]:
        found: tuple[User, ...] = ()
        for ids in hundreds(x_user_ids):
            answer = self._tweepy.get_users(ids=ids, user_fields="public_metrics")
            found += self._people(answer, wire.user_list)
        return found

    def create_post(
        self,
        text: str,
        *,
        media_ids: tuple[str, ...] = (),
        reply_to: str | None = None,
        extras: Extras = NO_EXTRAS,
    ) -> CreatedPost:
        return posting.create_post(
            self._call, text, media_ids=media_ids, reply_to=reply_to, extras=extras
        )

    def delete_post(self, x_post_id: str) -> None:
        answer = self._tweepy.delete_tweet(x_post_id, user_auth=False)
        data = answer.get("data")
        if not isinstance(data, Mapping) or "deleted" not in data:
            raise AnswerNotUnderstood("dialect drift: no deleted")
        if data["deleted"] is not True:
            raise Rejected(Refusal.NOT_PERMITTED, "X did not delete the post")

    def upload_image(self, data: bytes, mime: str) -> UploadedMedia:
        return media_upload.upload_image(
            self._call, data, mime, now=self._clock.now, wait=self._wait
        )

    def upload_video(self, path: Path, mime: str, *, told: Told) -> UploadedMedia:
        call = video_upload.Calls(self._call, self._append)
        return video_upload.upload_video(
            call, path, mime, now=self._clock.now, wait=self._wait, told=told
        )

    def set_alt_text(self, media_id: str, text: str) -> None:
        media_upload.set_alt_text(self._call, media_id, text)

    def mentions(
        self,
        user_id: str,
        *,
        since_id: str | None = None,
        limit: int = 100,
        with_users: bool = True,
    ) -> PostPage:
        def read(*, max_results: int, pagination_token: str | None) -> PostPage:
            answer = self._tweepy.get_users_mentions(
                user_id,
                since_id=since_id,
                max_results=max_results,
                pagination_token=pagination_token,
                tweet_fields=WITH_AUTHOR,
                expansions="author_id" if with_users else None,
            )
            return self._understand(answer, Asked())

        return read_pages(read, limit=limit, least=LEAST_PAGE)

    def own_posts(
        self,
        user_id: str,
        *,
        since: int | None = None,
        until: int | None = None,
        limit: int = 100,
        owner_metrics: bool = False,
    ) -> PostPage:
        asked = Asked(author_id=user_id, owner_metrics=owner_metrics)

        def read(*, max_results: int, pagination_token: str | None) -> PostPage:
            answer = self._tweepy.get_users_tweets(
                user_id,
                start_time=iso(since),
                end_time=iso(until),
                exclude="retweets",
                max_results=max_results,
                pagination_token=pagination_token,
                tweet_fields=fields(FIELDS, owner_metrics),
            )
            return self._understand(answer, asked)

        return read_pages(
            read, limit=limit, least=LEAST_OWNER_PAGE if owner_metrics else LEAST_PAGE
        )

    def posts(self, x_post_ids: tuple[str, ...], *, owner_metrics: bool = False) -> PostPage:
        pages = []
        for ids in hundreds(x_post_ids):
            answer = self._tweepy.get_tweets(ids, tweet_fields=fields(WITH_AUTHOR, owner_metrics))
            pages.append(self._understand(answer, Asked(owner_metrics=owner_metrics)))
        return joined(pages)

    def _call(
        self, method: str, route: str, *, params: Json | None = None, json: Json | None = None
    ) -> Json:
        response = self._tweepy.request(method, route, params=params, json=json)
        return wire.read_object(response.content) if response.content else {}

    def _append(self, route: str, index: int, data: bytes) -> None:
        self._tweepy.send_piece(route, Piece(index, data))

    def _people(self, answer: Json, read: Callable[[Json], T]) -> T:
        try:
            return read(answer)
        except AnswerNotUnderstood as error:
            error.came = (wire.came(answer, users=True),)
            raise

    def _understand(self, answer: Json, asked: Asked) -> PostPage:
        """Reads a page. One with fields missing turns later calls to X's other dialect."""
        try:
            return wire.post_page(answer, asked)
        except AnswerNotUnderstood as error:
            error.came = (wire.came(answer),)
            self._tweepy.dialect = self._tweepy.dialect.other
            self._tweepy.answers.note(DIALECT, error)
            logger.info("%s; from now on asked as %s", error.detail, self._tweepy.dialect.value)
            raise
