"""Draws pots: the glaze, and the light of a window on the left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from .canvas import Canvas, Mode, across, around, colour, mix, oval
from .shapes import TILT, Glaze, Vessel


def vessel(
    canvas: Canvas, at: Vessel, glaze: Glaze, *, filled: str = "", shadow: bool = True
) -> None:
    """Draws it with its shadow. `filled` is the colour of what is in it."""
    outline = at.outline()
    if shadow:
        cast(canvas, at)
    _clothe(canvas, at, outline, glaze)
    _opening(canvas, at, glaze, filled)


def body(canvas: Canvas, at: Vessel, glaze: Glaze) -> None:
    """A closed form without foot or opening, such as a lid."""
    pool = mix(glaze.base, glaze.pool, 0.35).name()
    thin = replace(glaze, line=0, pour="", pool=pool, specks=glaze.specks // 3)
    _clothe(canvas, at, at.outline(), thin)


def cast(canvas: Canvas, at: Vessel) -> None:
    """Its shadow on the table, away from the window, and the dark line it stands on."""
    foot = at.profile[0][0] * at.size
    away = at.height * 0.62
    far = oval(at.x + away, at.y - away * 0.03, at.widest * 0.9, at.widest * TILT * 0.7)
    near = oval(at.x, at.y, foot, foot * TILT * 0.8)
    bridge = QPainterPath(QPointF(at.x, at.y - foot * TILT * 0.8))
    bridge.lineTo(at.x + away, at.y - away * 0.03 - at.widest * TILT * 0.7)
    bridge.lineTo(at.x + away, at.y - away * 0.03 + at.widest * TILT * 0.7)
    bridge.lineTo(at.x, at.y + foot * TILT * 0.8)
    bridge.closeSubpath()
    long = far.united(near).united(bridge)
    canvas.shadow(long, blur=at.size * 0.045, opacity=0.42)
    canvas.shadow(
        oval(at.x + foot * 0.14, at.y + 3, foot * 1.14, foot * TILT * 0.98),
        blur=at.size * 0.020,
        opacity=0.75,
    )


def _clothe(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    painter, wide = canvas.painter, at.widest
    left, right = at.x - wide, at.x + wide
    painter.fillPath(outline, QColor(glaze.base))
    _run(canvas, at, outline, glaze)
    shade = across(
        left,
        0,
        right,
        0,
        (0.0, colour("#150d08", 0.50)),
        (0.10, colour("#150d08", 0.26)),
        (0.30, colour("#150d08", 0.0)),
        (0.52, colour("#150d08", 0.10)),
        (0.80, colour("#150d08", 0.48)),
        (0.95, colour("#150d08", 0.66)),
        (1.0, colour("#150d08", 0.50)),
    )
    canvas.layer(
        lambda p: p.fillPath(outline, shade), clip=outline, mode=Mode.CompositionMode_Multiply
    )
    top = at.y - at.height
    down = across(
        0,
        top,
        0,
        at.y + at.size * 0.05,
        (0, colour("#fff6e4", 0.16)),
        (0.4, colour("#fff6e4", 0.0)),
        (0.72, colour("#140c06", 0.10)),
        (1, colour("#140c06", 0.46)),
    )
    canvas.layer(lambda p: p.fillPath(outline, down), clip=outline)
    _specks(canvas, at, outline, glaze)
    _shine(canvas, at, outline, glaze)


def _run(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    """Thin glaze at the rim, thick lower down, and the bare clay it stopped short of."""
    top, wide = at.y - at.height, at.widest
    canvas.layer(
        lambda p: p.fillPath(
            outline,
            across(
                0,
                top - at.size * 0.02,
                0,
                at.y,
                (0, colour(glaze.rim, 0.95)),
                (0.09, colour(glaze.rim, 0.45)),
                (0.30, colour(glaze.base, 0.0)),
                (0.62, colour(glaze.pool, 0.25)),
                (1, colour(glaze.pool, 0.85)),
            ),
        ),
        clip=outline,
    )

    def blotches(p: QPainter) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        for _ in range(26):
            tone = glaze.pool if canvas.chance.random() < 0.55 else glaze.rim
            p.setBrush(colour(tone, 0.30))
            p.drawEllipse(
                QPointF(
                    at.x + canvas.chance.uniform(-wide, wide),
                    top + canvas.chance.uniform(0.05, 0.95) * at.height,
                ),
                canvas.chance.uniform(0.03, 0.13) * at.size,
                canvas.chance.uniform(0.05, 0.22) * at.size,
            )

    canvas.layer(blotches, blur=at.size * 0.035, clip=outline)
    if glaze.pour:
        _tongues(canvas, at, outline, glaze.pour)
    if not glaze.line:
        return
    edge = at.y - at.height * glaze.line
    foot = QPainterPath(QPointF(at.x - wide - 5, at.y + at.size))
    foot.lineTo(at.x - wide - 5, edge)
    step = wide / 5
    for piece in range(11):
        x = at.x - wide - 5 + piece * step
        bow = (1 - ((x + step / 2 - at.x) / wide) ** 2) * at.size * 0.05
        drip = canvas.chance.uniform(-0.012, 0.03) * at.size
        foot.quadTo(QPointF(x + step / 2, edge + bow + drip * 1.6), QPointF(x + step, edge + bow))
    foot.lineTo(at.x + wide + 5, at.y + at.size)
    bare = foot.intersected(outline)
    canvas.layer(
        lambda p: p.strokePath(bare, QPen(colour(glaze.pool, 0.9), at.size * 0.03)),
        blur=at.size * 0.008,
        clip=outline,
    )
    canvas.painter.fillPath(bare, QColor(glaze.clay))


def _tongues(canvas: Canvas, at: Vessel, outline: QPainterPath, tone: str) -> None:
    top, wide = at.y - at.height, at.widest
    path = QPainterPath(QPointF(at.x - wide * 1.1, top - wide))
    path.lineTo(at.x - wide * 1.1, top + at.height * 0.2)
    count = 13
    step = 2.2 * wide / count
    for place in range(count):
        x = at.x - wide * 1.1 + place * step
        bow = max(0.0, 1 - ((x + step / 2 - at.x) / (wide * 1.1)) ** 2) * wide * TILT * 0.9
        deep = top + bow + at.height * canvas.chance.uniform(0.22, 0.62)
        high = top + bow + at.height * canvas.chance.uniform(0.14, 0.26)
        path.cubicTo(
            QPointF(x + step * 0.30, high),
            QPointF(x + step * 0.10, deep),
            QPointF(x + step / 2, deep),
        )
        path.cubicTo(
            QPointF(x + step * 0.90, deep), QPointF(x + step * 0.70, high), QPointF(x + step, high)
        )
    path.lineTo(at.x + wide * 1.1, top - wide)
    path.closeSubpath()
    canvas.layer(
        lambda p: p.strokePath(path, QPen(colour("#4a3a2a", 0.8), at.size * 0.02)),
        blur=at.size * 0.012,
        opacity=0.5,
        clip=outline,
    )
    canvas.layer(lambda p: p.fillPath(path, colour(tone, 0.92)), blur=at.size * 0.006, clip=outline)


def _specks(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    def dots(p: QPainter) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        for _ in range(glaze.specks):
            p.setBrush(colour(glaze.speck, canvas.chance.uniform(0.10, 0.42)))
            size = canvas.chance.uniform(0.6, 2.1) * at.size / 420
            p.drawEllipse(
                QPointF(
                    at.x + canvas.chance.uniform(-at.widest, at.widest),
                    at.y - canvas.chance.uniform(0, at.height),
                ),
                size,
                size,
            )

    canvas.layer(dots, blur=0.5, clip=outline)


def _shine(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    """The window on the glaze: a broad glow, a bright pane, and light from the table at right."""
    top, wide = at.y - at.height, at.widest
    canvas.layer(
        lambda p: p.fillPath(
            oval(at.x - wide * 0.40, top + at.height * 0.42, wide * 0.24, at.height * 0.36),
            colour("#fff7e8", 0.62),
        ),
        blur=at.size * 0.05,
        opacity=0.25 + 0.5 * glaze.gloss,
        clip=outline,
        mode=Mode.CompositionMode_SoftLight,
    )
    if glaze.gloss > 0.3:
        panes = _pane(at, 0.25, 0.44).united(_pane(at, 0.46, 0.66))
        canvas.layer(
            lambda p: p.fillPath(panes, colour("#ffffff", 0.85)),
            blur=at.size * 0.008,
            opacity=0.46 * glaze.gloss,
            clip=outline,
        )
    canvas.layer(
        lambda p: p.strokePath(outline, QPen(colour("#ffe0b8", 0.55), at.size * 0.022)),
        blur=at.size * 0.012,
        opacity=0.35,
        clip=outline,
        mode=Mode.CompositionMode_Screen,
    )


def _pane(at: Vessel, first: float, last: float) -> QPainterPath:
    """A window pane's reflection between two heights, bent as the wall is round."""
    top, wide = at.y - at.height, at.widest

    def bent(height: float, side: float) -> QPointF:
        bulge = 0.10 * (1 - ((height - 0.46) / 0.3) ** 2)
        return QPointF(at.x - wide * (side + bulge), top + at.height * height)

    middle = (first + last) / 2
    path = QPainterPath(bent(first, 0.50))
    path.quadTo(bent(middle, 0.505), bent(last, 0.50))
    path.lineTo(bent(last, 0.36))
    path.quadTo(bent(middle, 0.365), bent(first, 0.36))
    path.closeSubpath()
    return path


def _opening(canvas: Canvas, at: Vessel, glaze: Glaze, filled: str) -> None:
    x, y, radius = at.rim
    lip = oval(x, y, radius, radius * TILT)
    hole = oval(x, y + radius * 0.012, radius * 0.93, radius * 0.93 * TILT)
    painter = canvas.painter
    painter.fillPath(
        lip,
        across(
            x - radius,
            y,
            x + radius,
            y,
            (0, mix(glaze.rim, "#ffffff", 0.15)),
            (0.35, mix(glaze.rim, "#ffffff", 0.45)),
            (1, mix(glaze.rim, "#241509", 0.35)),
        ),
    )
    inner = glaze.inside or glaze.base
    brush: QBrush = across(
        x - radius,
        y - radius * TILT,
        x + radius,
        y + radius * TILT,
        (0, mix(inner, "#150c06", 0.62)),
        (0.5, mix(inner, "#150c06", 0.30)),
        (1, mix(inner, "#fff3df", 0.14)),
    )
    painter.fillPath(hole, brush)
    if filled:
        level = oval(x, y + radius * 0.05, radius * 0.88, radius * 0.88 * TILT).intersected(hole)
        painter.fillPath(
            level,
            around(
                x - radius * 0.3,
                y,
                radius * 1.2,
                (0, mix(filled, "#ffffff", 0.20)),
                (1, mix(filled, "#160c05", 0.35)),
            ),
        )
        canvas.layer(
            lambda p: p.fillPath(
                oval(x - radius * 0.34, y + radius * 0.02, radius * 0.2, radius * 0.035),
                colour("#ffffff", 0.8),
            ),
            blur=radius * 0.02,
            opacity=0.6,
            clip=level,
        )
    canvas.layer(
        lambda p: p.strokePath(
            oval(x, y + radius * 0.006, radius * 0.985, radius * 0.985 * TILT),
            QPen(colour("#fffaf0", 0.75), max(1.2, radius * 0.012)),
        ),
        blur=radius * 0.006,
        opacity=0.55,
        clip=lip,
    )
