"""An X that answers HTML, nothing, half a JSON, or 200 with a field missing."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from services import headless
from services.clock import SteppedClock
from services.headless_options import HeadlessOptions
from services.options import RunOptions
from services.paths import Paths
from services.publishing.states import State
from services.x_api.practice import Sort, Trouble, inspection
from tests.stories.bad_input.conftest import Owner

NOT_UNDERSTOOD = "X answered something unexpected. Nothing was changed here."
IN_TROUBLE = "X is in trouble. Nothing is lost; it is tried again."
OFFLINE = "No connection to X. Posts wait here and go out by themselves."
LOOKING = "X did not answer. Shoplark looks among your posts until "

ANSWERS = {
    "a page": (Trouble(sort=Sort.HTML), NOT_UNDERSTOOD),
    "a page with 503": (Trouble(sort=Sort.HTML, status=503), IN_TROUBLE),
    "nothing": (Trouble(sort=Sort.EMPTY), NOT_UNDERSTOOD),
    "half": (Trouble(sort=Sort.HALF_JSON), NOT_UNDERSTOOD),
    "a hang-up": (Trouble(sort=Sort.DROP), IN_TROUBLE),
    "a field missing": (Trouble(sort=Sort.LOSE_FIELD, name="created_at"), NOT_UNDERSTOOD),
    "a figure missing": (
        Trouble(sort=Sort.LOSE_FIELD, name="public_metrics.like_count"),
        NOT_UNDERSTOOD,
    ),
    "all missing": (Trouble(sort=Sort.LOSE_FIELD, name="data"), NOT_UNDERSTOOD),
    "no way there": (Trouble(sort=Sort.UNREACHABLE), OFFLINE),
}
BUTTONS = {NOT_UNDERSTOOD: "Try again", OFFLINE: "Try now", IN_TROUBLE: "Try now"}
each_answer = pytest.mark.parametrize(("trouble", "sentence"), ANSWERS.values(), ids=ANSWERS)


def go_on(him: Owner, clock: SteppedClock) -> None:
    """Presses what is offered; where Shoplark goes on by itself, lets time pass."""
    if him.offered:
        him.press()
    else:
        clock.advance(601)
        him.program.background.beat()
        him.settle()


@each_answer
def test_while_the_inbox_is_read(
    trouble_ahead: Callable[..., None],
    owner: Callable[[], Owner],
    clock: SteppedClock,
    trouble: Trouble,
    sentence: str,
) -> None:
    trouble_ahead(replace(trouble, method="GET", path="/2/users/*/mentions"))
    him = owner()
    inbox, account = him.program.shop.inbox, him.program.shop.accounts.active()
    assert him.told == sentence
    assert him.offered == BUTTONS.get(sentence, "")
    assert inbox.counts(account.id).to_answer == 0
    go_on(him, clock)
    assert him.told == ""
    assert inbox.counts(account.id).to_answer > 0


@each_answer
def test_while_the_figures_are_read(
    trouble_ahead: Callable[..., None],
    owner: Callable[[], Owner],
    clock: SteppedClock,
    trouble: Trouble,
    sentence: str,
) -> None:
    """The inbox goes on meanwhile, and its success does not hide what the figures met."""
    trouble_ahead(replace(trouble, method="GET", path="/2/users/*/tweets"))
    him = owner()
    shop, account = him.program.shop, him.program.shop.accounts.active()
    assert him.told == sentence
    assert him.offered == BUTTONS.get(sentence, "")
    assert shop.inbox.counts(account.id).to_answer > 0
    assert shop.archive.due(account.id)
    go_on(him, clock)
    assert him.told == ""
    assert not shop.archive.due(account.id)


@each_answer
def test_while_the_inbox_is_read_without_a_window(
    trouble_ahead: Callable[..., None],
    folder: Paths,
    capsys: pytest.CaptureFixture[str],
    trouble: Trouble,
    sentence: str,
) -> None:
    trouble_ahead(replace(trouble, method="GET", path="/2/users/*/mentions"))
    options = HeadlessOptions(run=RunOptions(data_dir=folder.data), check_inbox=True)
    out = io.StringIO()
    assert headless.run(options, out=out) == 3
    names = {NOT_UNDERSTOOD: "AnswerNotUnderstood", IN_TROUBLE: "ServerTrouble", OFFLINE: "Offline"}
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith(f"{names[sentence]}: ")
    assert out.getvalue() == ""
    assert headless.run(options, out=out) == 0
    assert len(out.getvalue().splitlines()) > 5


@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(sort=Sort.HTML),
        Trouble(sort=Sort.HTML, status=502),
        Trouble(sort=Sort.EMPTY),
        Trouble(sort=Sort.HALF_JSON),
        Trouble(sort=Sort.DROP),
    ],
    ids=["a page", "a page with 502", "nothing", "half", "a hang-up"],
)
def test_while_a_post_is_sent(
    owner: Callable[[], Owner], clock: SteppedClock, trouble: Trouble, *, accepted: bool
) -> None:
    """Whether X has it or not, it is there once in the end, and the owner is told meanwhile."""
    him = owner()
    x = him.program.shop.clients.practice_x()
    x.script(replace(trouble, accepted=accepted, method="POST", path="/2/tweets"))
    him.post("Spring teas are in 🍵 الشاي", clock)
    (post,) = him.program.shop.outbox.list(him.program.shop.accounts.active().id)
    assert post.state is State.CHECKING
    him.program.commands.show_post(post.id)
    said = him.program.rooms.get("queue").drawer.panel.says()  # type: ignore[attr-defined]  # its drawer
    assert said.startswith(LOOKING)
    for _ in range(6):
        clock.advance(90)
        him.program.background.beat()
        him.settle()
    assert him.program.shop.outbox.get(post.id).state is State.SENT
    texts = [one.text for one in inspection.own_posts(x.state)]
    assert texts.count("Spring teas are in 🍵 الشاي") == 1
    assert him.told == ""


def test_an_id_missing_from_the_answer_is_looked_for(
    owner: Callable[[], Owner], clock: SteppedClock
) -> None:
    him = owner()
    x = him.program.shop.clients.practice_x()
    x.script(Trouble(sort=Sort.LOSE_FIELD, name="id", method="POST", path="/2/tweets"))
    him.post("Once only", clock)
    for _ in range(4):
        clock.advance(90)
        him.program.background.beat()
        him.settle()
    assert him.program.shop.outbox.list(him.program.shop.accounts.active().id) == ()
    assert [one.text for one in inspection.own_posts(x.state)].count("Once only") == 1


def test_without_a_connection_the_queue_waits_and_goes_by_itself(
    owner: Callable[[], Owner], clock: SteppedClock
) -> None:
    him = owner()
    x = him.program.shop.clients.practice_x()
    x.script(Trouble(sort=Sort.UNREACHABLE, method="POST", times=2))
    him.post("Patience 忍耐", clock)
    assert (him.told, him.offered) == (OFFLINE, "Try now")
    (post,) = him.program.shop.outbox.list(him.program.shop.accounts.active().id)
    assert (post.state, post.text) == (State.QUEUED, "Patience 忍耐")
    for _ in range(3):
        clock.advance(16)
        him.program.background.beat()
        him.settle()
    assert him.told == ""
    assert him.program.shop.outbox.get(post.id).state is State.SENT


def test_with_the_connection_back_the_owner_need_not_wait(
    owner: Callable[[], Owner], clock: SteppedClock
) -> None:
    him = owner()
    him.program.shop.clients.practice_x().script(
        Trouble(sort=Sort.UNREACHABLE, method="POST", times=1)
    )
    him.post("ديگر صبر نمي‌کنيم", clock)
    assert him.offered == "Try now"
    (post,) = him.program.shop.outbox.list(him.program.shop.accounts.active().id)
    him.press()
    assert him.told == ""
    assert him.program.shop.outbox.get(post.id).state is State.SENT
