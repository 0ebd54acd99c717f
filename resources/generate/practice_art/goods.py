"""What else a tea shop has on its tables: tins, leaves, whisks, cloths, biscuits, herbs."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from .canvas import Canvas, Mode, across, around, box, colour, mix, oval
from .shapes import TILT

SERIF = "Noto Serif"


def tin(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    tone: str,
    label: tuple[str, str],
) -> None:
    """A round tin with a paper label: its name, and a line below."""
    half, tilt = width / 2, width / 2 * TILT
    away = height * 0.42
    cast = oval(x + away, y - away * 0.12, half, tilt * 0.7).united(oval(x, y, half, tilt))
    bridge = QPainterPath(QPointF(x, y - tilt))
    for point in (
        (x + away, y - away * 0.12 - tilt * 0.7),
        (x + away, y - away * 0.12 + tilt * 0.7),
        (x, y + tilt),
    ):
        bridge.lineTo(*point)
    bridge.closeSubpath()
    canvas.shadow(cast.united(bridge), blur=width * 0.07, opacity=0.42)
    canvas.shadow(oval(x + 4, y + 3, half * 1.03, tilt * 1.05), blur=width * 0.02, opacity=0.7)
    wall = box(x - half, y - height, width, height).united(oval(x, y, half, tilt))
    wall = wall.united(oval(x, y - height, half, tilt))
    canvas.painter.fillPath(wall, QColor(tone))
    _label(canvas, x, y, width, height, label)
    _round_shade(canvas, wall, x, half)
    lid_height = height * 0.17
    lid_half = half * 1.035
    lid = box(x - lid_half, y - height - 4, lid_half * 2, lid_height)
    lid = lid.united(oval(x, y - height - 4 + lid_height, lid_half, lid_half * TILT))
    lid = lid.united(oval(x, y - height - 4, lid_half, lid_half * TILT))
    canvas.shadow(lid.translated(0, 7).intersected(wall), blur=7, opacity=0.55)
    canvas.painter.fillPath(lid, mix(tone, "#0d0a07", 0.10))
    _round_shade(canvas, lid, x, lid_half)
    top = oval(x, y - height - 4, lid_half, lid_half * TILT)
    canvas.painter.fillPath(
        top,
        across(
            x - lid_half,
            0,
            x + lid_half,
            0,
            (0, mix(tone, "#ffffff", 0.18)),
            (0.4, mix(tone, "#ffffff", 0.34)),
            (1, mix(tone, "#000000", 0.15)),
        ),
    )
    inner = oval(x, y - height - 4, lid_half * 0.86, lid_half * 0.86 * TILT)
    canvas.layer(
        lambda p: p.strokePath(inner, QPen(colour("#000000", 0.35), 2.5)), blur=1, clip=top
    )
    canvas.layer(
        lambda p: p.strokePath(top, QPen(colour("#fffaf0", 0.8), 2.2)), blur=0.8, opacity=0.6
    )


def _round_shade(canvas: Canvas, path: QPainterPath, x: float, half: float) -> None:
    dark = "#120b06"
    brush = across(
        x - half,
        0,
        x + half,
        0,
        (0, colour(dark, 0.55)),
        (0.12, colour(dark, 0.22)),
        (0.30, colour(dark, 0.0)),
        (0.55, colour(dark, 0.12)),
        (0.85, colour(dark, 0.55)),
        (1, colour(dark, 0.40)),
    )
    canvas.layer(lambda p: p.fillPath(path, brush), mode=Mode.CompositionMode_Multiply)
    glow = across(
        x - half,
        0,
        x + half,
        0,
        (0.16, colour("#ffffff", 0)),
        (0.25, colour("#ffffff", 0.42)),
        (0.34, colour("#ffffff", 0)),
    )
    canvas.layer(lambda p: p.fillPath(path, glow), mode=Mode.CompositionMode_SoftLight)


def _label(
    canvas: Canvas, x: float, y: float, width: float, height: float, label: tuple[str, str]
) -> None:
    half = width / 2
    top, tall, bow = y - height * 0.66, height * 0.46, half * TILT * 0.8
    wide = half * 0.74
    paper = QPainterPath(QPointF(x - wide, top))
    paper.quadTo(QPointF(x, top + bow), QPointF(x + wide, top))
    paper.lineTo(x + wide, top + tall)
    paper.quadTo(QPointF(x, top + tall + bow), QPointF(x - wide, top + tall))
    paper.closeSubpath()
    painter = canvas.painter
    painter.fillPath(paper, QColor("#f3eadb"))
    painter.save()
    painter.setClipPath(paper)
    painter.setPen(QPen(colour("#3a4a3c", 0.55), max(1.2, width * 0.004)))
    inset, edge = wide * 0.9, tall * 0.06
    frame = QPainterPath(QPointF(x - inset, top + edge + bow * 0.1))
    frame.quadTo(QPointF(x, top + edge + bow), QPointF(x + inset, top + edge + bow * 0.1))
    frame.lineTo(x + inset, top + tall - edge + bow * 0.1)
    frame.quadTo(
        QPointF(x, top + tall - edge + bow), QPointF(x - inset, top + tall - edge + bow * 0.1)
    )
    frame.closeSubpath()
    painter.drawPath(frame)
    _leaf_mark(painter, x, top + bow * 0.6 + tall * 0.24, tall * 0.15)
    name, line = label
    for text, share, size, weight in (
        (name, 0.52, 0.135, QFont.Weight.DemiBold),
        (line, 0.74, 0.075, QFont.Weight.Normal),
    ):
        font = QFont(SERIF)
        font.setPixelSize(max(6, int(tall * size)))
        font.setWeight(weight)
        painter.setFont(font)
        painter.setPen(QColor("#2f3a30"))
        spot = QRectF(
            x - wide, top + bow * 0.75 + tall * share - tall * 0.11, wide * 2, tall * 0.22
        )
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _leaf_mark(painter: QPainter, x: float, y: float, size: float) -> None:
    leaf = QPainterPath(QPointF(x - size, y + size * 0.7))
    leaf.cubicTo(
        QPointF(x - size, y - size), QPointF(x + size * 0.5, y - size), QPointF(x + size, y - size)
    )
    leaf.cubicTo(
        QPointF(x + size, y + size * 0.5),
        QPointF(x + size * 0.3, y + size),
        QPointF(x - size, y + size * 0.7),
    )
    painter.fillPath(leaf, QColor("#3f5d4a"))


def loose_leaves(
    canvas: Canvas,
    x: float,
    y: float,
    rx: float,
    ry: float,
    tones: tuple[str, ...],
    *,
    count: int = 420,
    length: float = 26,
    clip: QPainterPath | None = None,
) -> None:
    """A heap of dry leaves: fine twisted needles, thick in the middle and scattered at its edge."""
    if count > 100:
        heart = oval(x, y, rx * 0.78, ry * 0.78)
        canvas.layer(
            lambda p: p.fillPath(heart, mix(tones[0], "#0c0805", 0.45)),
            blur=rx * 0.05,
            opacity=0.9,
            clip=clip,
        )
    places = []
    for _ in range(count):
        angle = canvas.chance.uniform(0, math.tau)
        far = canvas.chance.random() ** 0.62
        places.append((y + math.sin(angle) * far * ry, x + math.cos(angle) * far * rx))

    def needles(p: QPainter) -> None:
        for place_y, place_x in sorted(places):
            long = length * canvas.chance.uniform(0.5, 1.15)
            turn = canvas.chance.uniform(0, math.tau)
            end = QPointF(math.cos(turn) * long, math.sin(turn) * long * 0.72)
            bend = QPointF(canvas.chance.uniform(-8, 8), canvas.chance.uniform(-8, 8))
            start = QPointF(place_x, place_y) - end / 2
            path = QPainterPath(start)
            path.quadTo(start + end / 2 + bend, start + end)
            thick = canvas.chance.uniform(2.6, 5.6) * length / 26
            p.setPen(_round_pen(colour("#0d0906", 0.45), thick + 1.5))
            p.drawPath(path.translated(2, 3))
            tone = canvas.chance.choice(tones)
            p.setPen(_round_pen(QColor(tone), thick))
            p.drawPath(path)
            p.setPen(_round_pen(mix(tone, "#fff3d0", 0.35), thick * 0.3))
            p.drawPath(path.translated(-0.8, -0.9))

    canvas.layer(needles, clip=clip)


def pearls(
    canvas: Canvas,
    x: float,
    y: float,
    rx: float,
    ry: float,
    *,
    count: int,
    size: float = 17,
    clip: QPainterPath | None = None,
) -> None:
    """Tea rolled into little balls, green with silver streaks."""
    spots: list[tuple[float, float]] = []
    flat = ry / rx
    for _ in range(count * 30):
        angle, far = canvas.chance.uniform(0, math.tau), canvas.chance.random() ** 0.6
        spot = (y + math.sin(angle) * far * ry, x + math.cos(angle) * far * rx)
        near = (math.hypot((spot[0] - b) / flat, spot[1] - a) for b, a in spots)
        if len(spots) < count and all(gap > size * 1.45 for gap in near):
            spots.append(spot)
    for place_y, place_x in sorted(spots):
        r = size * canvas.chance.uniform(0.8, 1.15)
        ball = oval(place_x, place_y, r, r * 0.93)
        canvas.painter.save()
        if clip is not None:
            canvas.painter.setClipPath(clip)
        canvas.painter.fillPath(oval(place_x + 4, place_y + 5, r, r * 0.9), colour("#1c130b", 0.35))
        tone = canvas.chance.choice(("#6f7a4e", "#7f8459", "#5c6a44", "#8b8a63"))
        canvas.painter.fillPath(
            ball,
            around(
                place_x - r * 0.35,
                place_y - r * 0.4,
                r * 1.5,
                (0, mix(tone, "#fff6dc", 0.45)),
                (0.5, QColor(tone)),
                (1, mix(tone, "#171208", 0.55)),
            ),
        )
        canvas.painter.setClipPath(ball, Qt.ClipOperation.IntersectClip)
        for _ in range(4):
            canvas.painter.setPen(QPen(colour("#e9e6cf", 0.4), 1.6))
            turn = canvas.chance.uniform(0, 180)
            canvas.painter.drawArc(
                QRectF(place_x - r, place_y - r * canvas.chance.uniform(0.3, 1), 2 * r, r * 1.4),
                int(turn * 16),
                90 * 16,
            )
        canvas.painter.restore()


def blossom(canvas: Canvas, x: float, y: float, size: float, turn: float = 0) -> None:
    """A jasmine flower from above: six white petals."""
    painter = canvas.painter
    canvas.shadow(oval(x, y, size * 0.8, size * 0.7), dx=6, dy=8, blur=9, opacity=0.35)
    for number in range(6):
        painter.save()
        painter.translate(x, y)
        painter.rotate(turn + number * 60)
        petal = QPainterPath(QPointF(0, 0))
        petal.cubicTo(
            QPointF(size * 0.45, -size * 0.3), QPointF(size * 0.4, -size * 0.95), QPointF(0, -size)
        )
        petal.cubicTo(
            QPointF(-size * 0.4, -size * 0.95), QPointF(-size * 0.45, -size * 0.3), QPointF(0, 0)
        )
        painter.fillPath(
            petal,
            across(
                0,
                0,
                0,
                -size,
                (0, QColor("#d6d9b0")),
                (0.35, QColor("#f4f1e2")),
                (1, QColor("#ffffff")),
            ),
        )
        painter.setPen(QPen(colour("#b9ac86", 0.55), 1.2))
        painter.drawPath(petal)
        painter.restore()
    painter.fillPath(oval(x, y, size * 0.14, size * 0.14), QColor("#d8b85a"))


def _round_pen(tone: QColor, width: float) -> QPen:
    pen = QPen(tone, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
