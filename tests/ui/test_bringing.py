"""What is fetched on its way into the store."""

import pytest
from PySide6.QtCore import QObject

from services.media.web import Got
from tests.held_tasks import HeldTasks
from tests.ui.board.parts import heard, photo
from ui.bringing import Bringing
from ui.tasks import Lane
from widgets.pasted import Linked

CUP = "https://shop.example/cup.jpg"


class Slow:
    """Asks whether to go on before it gives anything."""

    def __init__(self):
        self.goes_on = []

    def get(self, address, *, limits, watch=None):
        self.goes_on.append(watch(1, limits.bytes))
        return Got(photo("teal"), address)


@pytest.fixture
def owner(qapp):
    parent = QObject()
    yield parent
    parent.deleteLater()


def test_a_page_that_says_much_is_cut(shop, inline_tasks, owner):
    bringing = Bringing(shop.pictures, Slow, inline_tasks, owner, room=lambda: 12)
    came = heard(bringing.came)
    bringing.add((Linked(CUP, words="茶碗" * 400),))
    ((brought,),) = came
    assert brought.words == "茶碗" * 100
    assert brought.source == CUP


def test_what_nobody_waits_for_is_broken_off(shop, owner):
    web, tasks = Slow(), HeldTasks()
    bringing = Bringing(shop.pictures, lambda: web, tasks, owner, room=lambda: 12)
    bringing.add((Linked(CUP),))
    tasks.let_go(Lane.FETCH)
    bringing.add((Linked(CUP),))
    bringing.let_go()
    tasks.let_go(Lane.FETCH)
    assert web.goes_on == [True, False]
