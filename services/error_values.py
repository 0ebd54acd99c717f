"""What an error says beside its class: what was kept, what can be pressed, why X refused."""

from __future__ import annotations

from enum import Enum


class Kept(Enum):
    """What is safe although the thing went wrong."""

    NOTHING = "nothing"
    TEXT = "text"
    DRAFT = "draft"
    QUEUE = "queue"
    ANSWER = "answer"
    DATA = "data"
    PICTURES = "pictures"


class NextStep(Enum):
    """What the owner can press. WAIT means that Shoplark goes on by itself."""

    WAIT = "wait"
    TRY_AGAIN = "try_again"
    EDIT = "edit"
    OPEN_ON_X = "open_on_x"
    LOOK_ON_X = "look_on_x"
    SIGN_IN = "sign_in"
    ADD_CREDIT = "add_credit"
    CHANGE_BUDGET = "change_budget"
    SPENDING_ON_X = "spending_on_x"
    APP_SETTINGS = "app_settings"
    SHOW_QUEUE = "show_queue"
    UNLOCK_KEYRING = "unlock_keyring"
    CHOOSE_FOLDER = "choose_folder"
    FREE_SPACE = "free_space"
    UPDATE = "update"
    RESTORE_COPY = "restore_copy"
    CLOSE_OTHER = "close_other"
    CHOOSE_PICTURE = "choose_picture"
    FIX_FILE = "fix_file"
    SEND_FROM_HERE = "send_from_here"


class Refusal(Enum):
    """Why X refused; the names follow x_platform.md §5."""

    DUPLICATE = "duplicate"
    TOO_LONG = "too_long"
    BAD_MEDIA = "bad_media"
    BAD_VIDEO = "bad_video"
    BAD_POLL = "bad_poll"
    WHO_CAN_REPLY = "who_can_reply"
    EMPTY = "empty"
    NOT_ALLOWED_TO_ANSWER = "not_allowed_to_answer"
    QUOTE_NOT_ALLOWED = "quote_not_allowed"
    NOT_PERMITTED = "not_permitted"
    SUSPENDED = "suspended"
    """The account itself: X has suspended it, or locked it until its owner unlocks it there."""
    NOT_FOUND = "not_found"
    INVALID = "invalid"
    GONE_FROM_X = "gone_from_x"
    """The call itself: X answers it with nothing at all."""
    LINK_MISSING = "link_missing"
    """Never X's word: nobody knows which post this part of a thread answers."""


ON_XS_PAGE = frozenset(
    {
        Refusal.NOT_ALLOWED_TO_ANSWER,
        Refusal.QUOTE_NOT_ALLOWED,
        Refusal.NOT_PERMITTED,
        Refusal.SUSPENDED,
        Refusal.GONE_FROM_X,
        Refusal.LINK_MISSING,
    }
)
"""What programs are refused and people are not: X's own page takes it, or says why not."""


class SignInProblem(Enum):
    """Why a sign-in did not come about."""

    BAD_CLIENT_ID = "bad_client_id"
    PORTS_TAKEN = "ports_taken"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"
    DENIED = "denied"
    """The owner said no on X's page."""
    OTHER_STATE = "other_state"
    """The answer is not to what was asked: an older try, or another page's."""
    NO_ANSWER_IN_IT = "no_answer_in_it"
    """What was pasted is no address with X's answer."""
    CODE_REFUSED = "code_refused"
    """X takes the code no more: it lives 30 seconds and opens once."""


class VideoProblem(Enum):
    """Why a video cannot go to X, in the order in which it is told."""

    UNREADABLE = "unreadable"
    OTHER_KIND = "other_kind"
    """A video, and neither MP4 nor MOV."""
    CUT_SHORT = "cut_short"
    NO_PICTURE = "no_picture"
    """Sound alone."""
    LOCKED = "locked"
    """Protected against copying."""
    CODEC = "codec"
    SOUND = "sound"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_MANY_BYTES = "too_many_bytes"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_THIN = "too_thin"
    TOO_FAST = "too_fast"
