"""Takes along what was being written in the sample shop when the owner goes back to their own."""

from __future__ import annotations

from services.accounts.accounts import Account, Accounts, Way
from services.clock import Clock
from services.publishing.drafts import as_draft, copy_post
from services.publishing.posts import Post, read_post, read_posts
from services.publishing.states import State
from services.settings import CARRIED_AT, Settings
from services.store.database import Database


def carry_over(
    database: Database,
    clock: Clock,
    settings: Settings,
    accounts: Accounts,
    *,
    draft_id: str,
    target: Account,
) -> str:
    """The id of the sample draft's copy in `target`, or of the draft there with the same words.

    Empty when there is nothing to take along: no draft of the sample shop, an empty one, one older
    than the last time, or one whose words are on their way already. Raises StorageTrouble.
    """
    with database.transaction() as connection:
        try:
            draft = read_post(connection, draft_id)
        except KeyError:
            return ""
        sample = accounts.get(draft.account_id).way is Way.PRACTICE
        if not sample or draft.state is not State.DRAFT or draft.is_empty:
            return ""
        where = "account_id = ? AND state != 'deleted'"
        for post in read_posts(connection, where, (target.id,)):
            if _same(post, draft):
                return post.id if post.state is State.DRAFT else ""
        if draft.changed_at < settings.get(CARRIED_AT):
            return ""
        now = clock.now()
        settings.set(CARRIED_AT, now)
        return copy_post(connection, draft, target.id, now=now)


def _same(post: Post, draft: Post) -> bool:
    return [as_draft(part) for part in post.parts] == [as_draft(part) for part in draft.parts]
