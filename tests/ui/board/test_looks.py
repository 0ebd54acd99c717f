"""Looks: chosen, kept as templates, renamed, deleted and brought back."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from services.errors import StorageProblem, StorageTrouble
from services.media.board_values import Arrangement, Captions, Cell, Corner, Look, Shape
from ui.board.starting_looks import starting_looks, worn


def look_of(dialog):
    return dialog.project.board.look


def popover_of(dialog):
    dialog.editor.panel.look.looks_button.click()
    return dialog.looks.popover


def test_a_starting_look_keeps_the_shops_own_marks(opened, pictures):
    dialog = opened(pictures)
    dialog.project.set_look(logo=pictures[0], logo_at=Corner.TOP_END, accent="#123456")
    popover = popover_of(dialog)
    popover.tiles["soft"].click()
    look = look_of(dialog)
    assert (look.blurred, look.shape) == (True, Shape.TALL)
    assert (look.logo, look.logo_at, look.accent) == (pictures[0], Corner.TOP_END, "#123456")
    dialog.project.undo()
    assert not look_of(dialog).blurred


def test_every_starting_look_differs_and_keeps_the_direction():
    now = Look(right_to_left=True, qr_at=Corner.TOP_END, free_ratio=0.8)
    looks = [worn(now, one.look) for one in starting_looks()]
    assert len(set(looks)) == len(looks)
    assert all(look.right_to_left and look.qr_at is Corner.TOP_END for look in looks)
    assert all(one.name for one in starting_looks())


def test_a_look_is_kept_renamed_deleted_and_brought_back(opened, shop, pictures, account):
    dialog = opened(pictures)
    dialog.project.set_look(captions=Captions.UNDER, arrangement=Arrangement.MOSAIC)
    popover = popover_of(dialog)
    popover.keep_button.click()
    assert popover.name.text() == dialog.project.board.name
    popover.name.setText("پاییز")
    popover.save_button.click()
    (kept,) = shop.board_templates.all(account)
    assert (kept.name, kept.look) == ("پاییز", look_of(dialog))
    assert "پاییز" in dialog.banner.sentence

    popover = popover_of(dialog)
    popover.begin_renaming(kept.id)
    popover.name.setText("秋")
    popover.save_button.click()
    assert shop.board_templates.get(kept.id).name == "秋"

    popover_of(dialog).delete_asked.emit(kept.id)
    assert shop.board_templates.all(account) == ()
    dialog.undo_bar.button.click()
    assert shop.board_templates.get(kept.id).look == kept.look


def test_a_nameless_look_is_not_kept(opened, shop, pictures, account):
    dialog = opened(pictures)
    popover = popover_of(dialog)
    popover.keep_button.click()
    popover.name.setText("   ")
    popover.save_button.click()
    assert popover.isVisible()
    assert shop.board_templates.all(account) == ()
    popover.close()


def test_a_full_disk_keeps_no_look_and_says_so(opened, shop, pictures, monkeypatch, paths):
    dialog = opened(pictures)

    def full(*_given, **_named):
        raise StorageTrouble(StorageProblem.FULL, paths.data)

    monkeypatch.setattr(type(shop.board_templates), "add", full)
    dialog.looks._on_keep("Autumn")
    assert "full" in dialog.banner.sentence


def test_an_own_look_is_worn_whole_on_a_new_board(opened, shop, pictures, account):
    kept = shop.board_templates.add(
        account, name="one", look=Look(background="#0b6b63", right_to_left=True)
    )
    dialog = opened()
    popover = popover_of(dialog)
    assert not popover.keep_button.isEnabled(), "an empty board has nothing to keep"
    popover.tiles[kept.id].click()
    assert look_of(dialog) == kept.look


def test_a_new_board_begins_with_the_last_look(opened, shop, pictures, account):
    last = Look(shape=Shape.SQUARE, background="#1d1b18", corners=9)
    shop.boards.create(account, name="a", look=last, cells=[Cell(pictures[0])])
    assert look_of(opened()) == last


def test_every_choice_of_the_panel_reaches_the_look(opened, pictures):
    dialog = opened(pictures)
    panel = dialog.editor.panel.look
    panel.arrangements.button(Arrangement.HERO.value).click()
    panel.captions.button(Captions.UNDER.value).click()
    panel.spacing.corners.setValue(24)
    panel.spacing.edged.click()
    panel.spacing.right_to_left.click()
    panel.marks.accent.buttons()[0].click()
    look = look_of(dialog)
    wanted = replace(
        Look(),
        arrangement=Arrangement.HERO,
        captions=Captions.UNDER,
        corners=24,
        edged=True,
        right_to_left=True,
        accent=panel.marks.accent.buttons()[0].colour.value,
    )
    assert look == wanted
    panel.ground.buttons()[-1].click()
    assert look_of(dialog).blurred
    panel.ground.buttons()[0].click()
    assert not look_of(dialog).blurred


def test_a_colour_of_ones_own(opened, pictures):
    dialog = opened(pictures)
    panel = dialog.editor.panel.look
    panel.ground.own_button.click()
    picker = panel._own_ground.dialog
    assert picker.isVisible()
    picker.colorSelected.emit(QColor("#336699"))
    assert look_of(dialog).background == "#336699"
    assert panel.ground.own_button.isChecked()
    picker.reject()
    assert panel.ground.own_button.isChecked()


def test_a_free_shape_begins_with_the_proportions_it_had(opened, pictures):
    dialog = opened(pictures)
    panel = dialog.editor.panel.look
    assert not panel.ratio.isVisible()
    panel.shapes.button(Shape.TALL.value).click()
    panel.shapes.button(Shape.FREE.value).click()
    assert panel.ratio.isVisible()
    assert look_of(dialog).free_ratio == pytest.approx(0.8)
    panel.ratio.field.setValue(2.0)
    assert look_of(dialog).free_ratio == 2.0
    panel.ratio.slider.setValue(0)
    assert look_of(dialog).free_ratio == pytest.approx(1 / 3, abs=0.01)
    panel.arrangements.button(Arrangement.MOSAIC.value).click()
    assert not panel.ratio.isVisible(), "a free mosaic follows its pictures"


def test_the_logo_of_the_shop_is_shown_and_left_out(opened, shop, pictures, account):
    shop.profiles.save(account, replace(shop.profiles.get(account), logo=pictures[1]))
    dialog = opened(pictures[:1])
    marks = dialog.editor.panel.look.marks
    marks.logo.click()
    assert look_of(dialog).logo == pictures[1]
    marks.corner.segments.button("top left").click()
    assert look_of(dialog).logo_at is Corner.TOP_START
    marks.logo.click()
    assert look_of(dialog).logo is None


def test_without_a_logo_one_is_asked_for(opened, shop, pictures, account):
    shop.profiles.save(account, replace(shop.profiles.get(account), logo=None))
    dialog = opened(pictures[:1])
    marks = dialog.editor.panel.look.marks
    marks.logo.click()
    assert not marks.logo.isChecked()
    asked = dialog.others.dialog
    assert asked.isVisible()
    asked.filesSelected.emit([str(shop.pictures.path(pictures[2]))])
    asked.reject()
    assert look_of(dialog).logo is not None
    assert marks.logo.isChecked()
