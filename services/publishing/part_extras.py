"""What each part of a post takes along to X of the post's poll, marks and who can reply.

X knows these of single posts only, and a thread is several. So:

- the poll goes with the first part, where everybody meets it;
- who can reply, too: X settles that for the whole conversation by the post that begins it. An
  answer begins none and carries none;
- a paid partnership is marked on every part: each may be met, and passed on, alone;
- "made with AI" is by X's OpenAPI (2.166, TweetCreateRequest.made_with_ai) a mark of a post that
  contains AI-generated media: it goes with the parts that show pictures. Where none shows any, the
  owner means the words, and every part has it.
"""

from __future__ import annotations

from services.publishing.poll_rules import as_sent
from services.publishing.post_options import WhoCanReply
from services.publishing.posts import Part, Post
from services.x_api.client import Extras, NewPoll

_REPLY_SETTINGS = {
    WhoCanReply.EVERYONE: "",
    WhoCanReply.FOLLOWING: "following",
    WhoCanReply.MENTIONED: "mentionedUsers",
    WhoCanReply.SUBSCRIBERS: "subscribers",
    WhoCanReply.VERIFIED: "verified",
}
"""X's words for them."""


def extras_of(post: Post, part: Part) -> Extras:
    options = post.options
    begins = part.id == post.parts[0].id
    poll = options.poll if begins else None
    opens = begins and post.reply_to_x_id is None
    shows = bool(part.attachments) or not post.pictures
    return Extras(
        poll=None if poll is None else NewPoll(as_sent(poll), poll.minutes),
        reply_settings=_REPLY_SETTINGS[options.who_can_reply] if opens else "",
        paid_partnership=options.paid_partnership,
        made_with_ai=options.made_with_ai and shows,
    )
