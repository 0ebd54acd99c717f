from __future__ import annotations

from typing import Any

import pytest

from widgets.call_list import CallList, CallRow


@pytest.mark.parametrize("height", [120, 300, 333, 350])
def test_at_rest_no_row_is_cut_and_the_first_day_stands_at_the_top(qtbot: Any, height: int) -> None:
    made = CallList("Every payment")
    qtbot.addWidget(made)
    made.set_rows([CallRow(str(n), "Post", "$0.015", head=n in (0, 5)) for n in range(40)])
    made.resize(500, height)
    made.show()
    heads = [made.visualRect(made.model().index(number, 0)) for number in (0, 5)]
    assert heads[0].height() < heads[1].height()
    rows = [made.visualRect(made.model().index(number, 0)) for number in range(40)]
    seen = made.viewport().height()
    assert any(row.bottom() + 1 == seen for row in rows)
    made.set_rows([CallRow("1", "Post", "$0.015")])
    assert made.viewport().height() == made.contentsRect().height()
