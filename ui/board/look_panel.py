"""How the open board looks: how its pictures stand, its shape, captions and ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from services.media.board_layout import ratio_of
from services.media.board_values import Arrangement, Captions, Look, Shape
from ui.board.look_panel_marks import LookMarks
from ui.board.look_panel_ratio import RatioRow
from ui.board.look_panel_spacing import LookSpacing
from ui.board.own_colour import OwnColour
from ui.board.panel_parts import named, tile
from ui.board.shape_icon import arrangement_icon, captions_icon, shape_icon
from ui.board.swatches import BLURRED, Colour, Swatches
from ui.build import button, column
from ui.theme import MEASURES
from widgets.fold_section import FoldSection
from widgets.segmented import Segmented

_CAPTIONS = {
    Captions.NONE: ((0.0, 0.0, 0.0, 0.0),),
    Captions.OVER: ((0.16, 0.62, 0.68, 0.2),),
    Captions.UNDER: ((0.0, 0.0, 1.0, 0.58), (0.16, 0.74, 0.68, 0.12)),
}
_FREE_DRAWN = 1.3


class LookPanel(QWidget):
    changed = Signal(object)
    """Fields of `Look` and what they are now, as a mapping."""
    looks_asked = Signal()
    logo_asked = Signal()
    step_ended = Signal()
    """A slider was let go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self.looks_button = button(self.tr("Choose a look"), icon="layout-template")
        self.looks_button.clicked.connect(self.looks_asked)
        self.arrangements = Segmented(name=self.tr("Arrangement"), stacks=True)
        self.shapes = Segmented(name=self.tr("Shape"), stacks=True)
        self.ratio = RatioRow()
        self.captions = Segmented(name=self.tr("Captions"), stacks=True)
        self.ground = Swatches(name=self.tr("Background"))
        self._own_ground = OwnColour(self.tr("Colour of the ground"), self)
        self.spacing = LookSpacing()
        self.spacing_fold = FoldSection(self.tr("Spacing and order"))
        self.spacing_fold.set_content(self.spacing)
        self.marks = LookMarks()
        self.marks_fold = FoldSection(self.tr("Logo and tags"))
        self.marks_fold.set_content(self.marks)
        self._fill()
        self._build()
        self._connect()

    def offer_colours(self, own: Sequence[str]) -> None:
        """Paper, linen and ink, then the shop's own two as far as it has them."""
        names = (self.tr("Your first colour"), self.tr("Your second colour"))
        shop = [
            Colour(value.lower(), name) for value, name in zip(own, names, strict=True) if value
        ]
        self.ground.set_colours(
            [
                Colour("#ffffff", self.tr("White")),
                Colour("#f3eee4", self.tr("Linen")),
                Colour("#1d1b18", self.tr("Ink")),
                *shop,
            ],
            own=self.tr("Another colour"),
            blurred=self.tr("The first picture, blurred"),
        )
        self.marks.offer_colours(shop)

    def show_look(self, look: Look) -> None:
        """Tells nobody."""
        self._look = look
        self.arrangements.choose(look.arrangement.value)
        self.shapes.choose(look.shape.value)
        by_pictures = look.arrangement is Arrangement.MOSAIC
        self.ratio.setVisible(look.shape is Shape.FREE and not by_pictures)
        self.ratio.show_ratio(look.free_ratio)
        self.captions.choose(look.captions.value)
        self.ground.choose(BLURRED if look.blurred else look.background)
        self.spacing.show_look(look)
        self.marks.show_look(look)
        self.marks_fold.set_note(self.tr("With logo") if look.logo else "")

    def _fill(self) -> None:
        mirrored = self.isRightToLeft()
        for arrangement, words in (
            (Arrangement.GRID, self.tr("Grid")),
            (Arrangement.HERO, self.tr("One large")),
            (Arrangement.STRIP, self.tr("Strip")),
            (Arrangement.MOSAIC, self.tr("Mosaic")),
        ):
            drawn = arrangement_icon(arrangement, mirrored=mirrored)
            tile(self.arrangements, arrangement.value, words, drawn)
        for shape in Shape:
            free = shape is Shape.FREE
            words = self.tr("Free") if free else f"\u2066{shape.value}\u2069"
            tile(self.shapes, shape.value, words, _shape_drawn(shape))
        for captions, words in (
            (Captions.NONE, self.tr("None")),
            (Captions.OVER, self.tr("On the picture")),
            (Captions.UNDER, self.tr("Below it")),
        ):
            tile(self.captions, captions.value, words, captions_icon(_CAPTIONS[captions]))

    def _build(self) -> None:
        self.setLayout(
            column(
                self.looks_button,
                named(self.tr("Arrangement"), self.arrangements),
                named(self.tr("Shape"), self.shapes, self.ratio),
                named(self.tr("Captions"), self.captions),
                named(self.tr("Background"), self.ground),
                column(self.spacing_fold, self.marks_fold, gap=MEASURES.s4),
                None,
                gap=MEASURES.s16,
            )
        )

    def _connect(self) -> None:
        self.arrangements.chosen.connect(self._on_arrangement)
        self.shapes.chosen.connect(self._on_shape)
        self.ratio.moved.connect(self._on_ratio)
        self.ratio.let_go.connect(self.step_ended)
        self.captions.chosen.connect(self._on_captions)
        self.ground.chosen.connect(self._on_ground)
        self.ground.own_asked.connect(self._on_own_ground)
        self._own_ground.chosen.connect(self._on_ground)
        self._own_ground.left.connect(self._on_ground_left)
        self.spacing.changed.connect(self.changed)
        self.spacing.let_go.connect(self.step_ended)
        self.marks.changed.connect(self.changed)
        self.marks.logo_asked.connect(self.logo_asked)

    def _on_arrangement(self, value: str) -> None:
        self.changed.emit({"arrangement": Arrangement(value)})

    def _on_shape(self, value: str) -> None:
        """A free board begins with the proportions it had."""
        shape = Shape(value)
        before = self._look.shape
        parts: dict[str, object] = {"shape": shape}
        if shape is Shape.FREE and before is not Shape.FREE:
            parts["free_ratio"] = ratio_of(before, self._look.free_ratio)
        self.changed.emit(parts)

    def _on_ratio(self, ratio: float) -> None:
        self.changed.emit({"free_ratio": ratio})

    def _on_captions(self, value: str) -> None:
        self.changed.emit({"captions": Captions(value)})

    def _on_ground(self, value: str) -> None:
        if value == BLURRED:
            self.changed.emit({"blurred": True})
        else:
            self.changed.emit({"blurred": False, "background": value})

    def _on_own_ground(self) -> None:
        self._own_ground.ask(self._look.background)

    def _on_ground_left(self) -> None:
        self.ground.choose(BLURRED if self._look.blurred else self._look.background)


def _shape_drawn(shape: Shape) -> QIcon:
    if shape is Shape.FREE:
        return shape_icon(_FREE_DRAWN, dashed=True)
    return shape_icon(ratio_of(shape, 1.0))
