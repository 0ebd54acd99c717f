"""What is typed into the fields of a campaign, and is no day or number."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.typed_days import leave, write
from ui.campaigns.campaigns_side import CampaignsSide
from ui.campaigns.count_field import CountField


def test_the_press_that_takes_it_away_saves_nothing(side: CampaignsSide) -> None:
    side.campaign.begin()
    form = side.campaign.form
    form.name.setText("Tea week")
    form.tag.setText("#teaweek")
    write(form.last, "20115202")
    leave(form.last, Qt.FocusReason.MouseFocusReason)
    saved: list[object] = []
    form.saved.connect(saved.append)
    assert not form.days_note.isHidden()
    assert form.days_note.text().startswith("This has to be a day from ")
    form.save.click()
    assert saved == []
    form.save.click()
    assert len(saved) == 1


def test_a_number_begins_where_the_reading_begins(qtbot: QtBot, themed: Any) -> None:
    made = CountField(most=10)
    qtbot.addWidget(made)
    assert made.alignment() & Qt.AlignmentFlag.AlignLeft
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight
    assert made.alignment() & Qt.AlignmentFlag.AlignAbsolute
