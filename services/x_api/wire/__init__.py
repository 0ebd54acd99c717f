"""X's wire: both of its dialects in, our values out, every refusal as an AppError."""

from services.x_api.wire.answers import (
    Asked,
    came,
    created_post,
    one_user,
    post_page,
    read_object,
    uploaded_media,
    user_list,
)
from services.x_api.wire.dialect import Dialect, in_dialect
from services.x_api.wire.refusals import Ask, answer_lost, refusal, refusal_within

__all__ = [
    "Ask",
    "Asked",
    "Dialect",
    "answer_lost",
    "came",
    "created_post",
    "in_dialect",
    "one_user",
    "post_page",
    "read_object",
    "refusal",
    "refusal_within",
    "uploaded_media",
    "user_list",
]
