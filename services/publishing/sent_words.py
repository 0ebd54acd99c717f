"""A post's words as X is asked to publish them: the owner's, with marks on the shop's links.

The store, its copy of what is on X and every comparison keep the owner's words.
"""

from __future__ import annotations

from dataclasses import replace

from services.publishing.link_marks import LinkMarks, mark_links, short_code
from services.publishing.post_options import PostOptions
from services.publishing.posts import Post
from services.store.database import Database


class SentWords:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, post: Post, text: str) -> str:
        """`text` is a part's of the post. Answers go as they are: nobody was shown their marks."""
        if post.answers_item is not None or post.reply_to_x_id is not None:
            return text
        marks = self.marks(post.account_id, post.id, post.options)
        return text if marks is None else mark_links(text, marks)

    def as_sent(self, post: Post) -> Post:
        """With the words of each part so; for X's own page alone, never to be kept."""
        parts = tuple(replace(part, text=self.of(post, part.text)) for part in post.parts)
        return replace(post, parts=parts)

    def marks(self, account_id: str, post_id: str, options: PostOptions) -> LinkMarks | None:
        """What this post's links would be marked with; None where marks are off."""
        if not options.link_marks:
            return None
        connection = self._database.connection
        shop = connection.execute(
            "SELECT website FROM shop_profile WHERE account_id = ?", (account_id,)
        ).fetchone()
        if shop is None or not shop["website"]:
            return None
        campaign = connection.execute(
            "SELECT tag FROM campaign WHERE id = ?", (options.campaign_id,)
        ).fetchone()
        tag = campaign["tag"] if campaign is not None else ""
        return LinkMarks(shop["website"], short_code(post_id), tag)
