"""The lines are looked for where the values say, pixel by pixel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.paint.chart_frame import GRID_LINES, Frame, grid_step, runs, spread
from ui.paint.charts import draw_line
from ui.theme import DARK, LIGHT
from widgets.line_chart import ChartLook, LineData
from widgets.tones import Tones

WIDE, HIGH = 700, 280


def data(now: tuple[float | None, ...], before: tuple[float | None, ...] | None = None) -> LineData:
    return LineData(
        title="Seen",
        now_name="Now",
        before_name="Before",
        days=tuple(f"{n + 1} Nov" for n in range(len(now))),
        now=now,
        before=before if before is not None else (None,) * len(now),
        missing="not counted",
    )


def look(*, mirrored: bool = False, locale: str = "en_GB", tones: Tones = LIGHT) -> ChartLook:
    font = QFont("Noto Sans")
    font.setPixelSize(14)
    return ChartLook(tones, font, QLocale(locale), mirrored)


def drawn(
    line: LineData, how: ChartLook, *, scale: int = 1, marked: int | None = None
) -> tuple[QImage, QRectF]:
    image = QImage(WIDE * scale, HIGH * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(how.tones.surface)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot = draw_line(painter, QRectF(0, 0, WIDE, HIGH), line, look=how, marked=marked)
    painter.end()
    return image, plot


def near(image: QImage, at: QPointF, colour: QColor, scale: int = 1) -> bool:
    """Whether a pixel around the point is (nearly) of the colour."""
    for dx in range(-3, 4):
        for dy in range(-3, 4):
            x, y = round(at.x() * scale) + dx, round(at.y() * scale) + dy
            if not (0 <= x < image.width() and 0 <= y < image.height()):
                continue
            found = image.pixelColor(x, y)
            away = sum(
                abs(a - b) for a, b in zip(found.getRgb()[:3], colour.getRgb()[:3], strict=True)
            )
            if away < 60:
                return True
    return False


def frame_of(plot: QRectF, line: LineData, *, mirrored: bool = False) -> Frame:
    known = [value for value in (*line.now, *line.before) if value is not None]
    top = grid_step(max(known)) * (GRID_LINES - 1)
    return Frame(plot, len(line.days), top, mirrored)


MANY = data(tuple(float((n * 37) % 90 + 10) for n in range(28)))


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("tones", [LIGHT, DARK])
def test_the_line_goes_through_every_value(
    qapp: object, mirrored: bool, scale: int, tones: Tones
) -> None:
    how = look(mirrored=mirrored, tones=tones)
    image, plot = drawn(MANY, how, scale=scale)
    frame = frame_of(plot, MANY, mirrored=mirrored)
    for index, value in enumerate(MANY.now):
        assert value is not None
        assert near(image, frame.point(index, value), tones.accent, scale), index


def test_right_to_left_begins_at_the_right(qapp: object) -> None:
    _, plot = drawn(MANY, look())
    _, mirrored = drawn(MANY, look(mirrored=True))
    # Values stand before the first day, names behind the last.
    assert plot.left() == pytest.approx(WIDE - mirrored.right(), abs=1)
    assert frame_of(mirrored, MANY, mirrored=True).x(0) == mirrored.right()


def test_a_day_nobody_counted_breaks_the_line(qapp: object) -> None:
    line = data((50.0, 50.0, 50.0, None, None, 50.0, 50.0, 50.0))
    image, plot = drawn(line, look())
    frame = frame_of(plot, line)
    assert near(image, frame.point(1, 50), LIGHT.accent)
    between = QPointF((frame.x(3) + frame.x(4)) / 2, frame.y(50))
    assert not near(image, between, LIGHT.accent)


def test_gaps_are_hatched_and_not_drawn_as_zero(qapp: object) -> None:
    line = data((30.0, 30.0, 30.0, None, None, 30.0, 30.0, 90.0))
    image, plot = drawn(line, look())
    frame = frame_of(plot, line)
    gap_x, day_x = round(frame.x(3)), round(frame.x(1))
    rows = range(round(plot.top()) + 8, round(frame.y(30)) - 12)
    surface = LIGHT.surface.rgb()
    hatched = sum(image.pixel(gap_x, y) != surface for y in rows)
    plain = sum(image.pixel(day_x, y) != surface for y in rows)
    assert hatched > 5 > plain


def test_today_is_neither_hatched_nor_zero(qapp: object) -> None:
    line = replace(data((30.0, 60.0, 30.0, 60.0, None)), not_over="not over yet")
    image, plot = drawn(line, look())
    today = round(frame_of(plot, line).x(4))
    rows = range(round(plot.top()) + 8, round(plot.bottom()) - 3)
    inked = sum(image.pixel(today - 2, y) != LIGHT.surface.rgb() for y in rows)
    assert inked <= 2 * GRID_LINES


def test_one_day_is_a_dot(qapp: object) -> None:
    line = data((40.0,))
    image, plot = drawn(line, look())
    assert near(image, frame_of(plot, line).point(0, 40.0), LIGHT.accent)


def test_nothing_is_drawn_without_days(qapp: object) -> None:
    image, plot = drawn(data(()), look())
    assert plot.isNull()
    assert {image.pixel(x, y) for x in range(0, WIDE, 7) for y in range(0, HIGH, 7)} == {
        LIGHT.surface.rgb()
    }


def test_only_missing_days_are_no_trouble(qapp: object) -> None:
    image, _ = drawn(data((None, None, None)), look())
    assert not image.isNull()


def test_nothing_is_cut_at_the_edges(qapp: object) -> None:
    """A margin all round stays empty, whatever the digits and the direction."""
    for how in (look(), look(mirrored=True, locale="ar_EG"), look(mirrored=True, locale="fa_IR")):
        image, _ = drawn(data(tuple(float(n) * 40_000 for n in range(28))), how, scale=2)
        edge = {image.pixel(0, y) for y in range(image.height())}
        edge |= {image.pixel(image.width() - 1, y) for y in range(image.height())}
        edge |= {image.pixel(x, image.height() - 1) for x in range(image.width())}
        assert edge == {LIGHT.surface.rgb()}


def test_the_mark_shows_a_card(qapp: object) -> None:
    plain, _ = drawn(MANY, look())
    for index in (0, 14, 27):
        marked, _ = drawn(MANY, look(), marked=index)
        assert marked != plain
    again, _ = drawn(MANY, look(), marked=99)
    assert again == plain


@given(largest=st.floats(0, 1e9))
def test_grid_steps_hold_the_largest_and_are_whole(largest: float) -> None:
    step = grid_step(largest)
    assert step.is_integer()
    assert step >= 1
    assert step * (GRID_LINES - 1) >= largest * 0.999999
    assert step * (GRID_LINES - 1) <= max(largest * 1.8, largest + GRID_LINES - 1)


@given(count=st.integers(0, 400), most=st.integers(1, 12))
def test_days_are_spread_from_the_first_to_the_last(count: int, most: int) -> None:
    chosen = spread(count, most)
    assert list(chosen) == sorted(set(chosen))
    assert len(chosen) <= max(most, 1)
    if count and most > 1:
        assert chosen[-1] == count - 1
        assert chosen[0] == 0 or count == 1


@given(values=st.lists(st.one_of(st.none(), st.floats(0, 10)), max_size=40))
def test_runs_split_known_and_unknown_days(values: list[float | None]) -> None:
    row = tuple(values)
    known = [i for a, b in runs(row, known=True) for i in range(a, b + 1)]
    unknown = [i for a, b in runs(row, known=False) for i in range(a, b + 1)]
    assert sorted(known + unknown) == list(range(len(row)))
    assert all(row[index] is not None for index in known)
