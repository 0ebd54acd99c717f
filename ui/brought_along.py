"""What the program brings along, and whether it is there: pictures, words, tables, libraries.

Each check answers a few words on what it found, and raises Missing where something is not there.
"""

from __future__ import annotations

import os
import ssl
import sys
import zoneinfo
from importlib import import_module
from urllib.parse import urlsplit

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QColor, QImage

from ui.icons import FOLDER as ICONS
from ui.icons import icon
from ui.languages import FOLDER as OURS

X = "https://api.x.com"
_FEED = b"""<rss version="2.0"><channel><title>Shelf</title><item><title>Ash bowl</title>
<link>https://shop.example/1</link><enclosure url="https://shop.example/1.jpg" type="image/jpeg"
length="9"/></item></channel></rss>"""
QT_LANGUAGES = ("es", "ar", "fa", "ja", "zh_CN")


class Missing(Exception):
    """A part is not as it should be; the text says which."""


def icons() -> str:
    names = sorted(path.stem for path in ICONS.glob("*.svg"))
    blank = [name for name in names if _is_blank(icon(name).pixmap(18, 18).toImage())]
    if blank or not names:
        raise Missing(f"blank: {blank}" if blank else "none there")
    return f"{len(names)} drawn"


def _is_blank(picture: QImage) -> bool:
    sides = range(picture.width()), range(picture.height())
    return not any(QColor(picture.pixelColor(x, y)).alpha() for x in sides[0] for y in sides[1])


def certificates() -> str:
    """Whom X's answers are trusted by: the system's own store, in the sessions that call X."""
    session = import_module("services.x_api.tls").open_session(X)
    context = session.get_adapter(X).poolmanager.connection_pool_kw.get("ssl_context")
    if not type(context).__module__.startswith("truststore"):
        raise Missing("a store of our own is asked")
    # Only now is the store opened.
    context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname=urlsplit(X).hostname)
    return "the system's own store"


def likeness() -> str:
    """Compiled: in plain Python a draft would be compared with others for seconds."""
    made_in: str = import_module("rapidfuzz.fuzz").ratio.__module__
    if "cpp" not in made_in:
        raise Missing(made_in)
    return "compiled"


def boards() -> str:
    """What a board needs beyond its pictures: feeds to be read, codes, the phones' HEIC."""
    from services.media import feeds, qr

    read = feeds.read_feed(_FEED, address="https://shop.example/board.rss")
    if [one.title for one in read.pictures] != ["Ash bowl"]:
        raise Missing("feeds cannot be read")
    side = len(qr.rows_of("https://shop.example/board"))
    heic = import_module("pi_heif").libheif_version()
    return f"feeds, codes of {side} by {side}, HEIC by libheif {heic}"


def zones() -> str:
    """Our own copy of the zones, which a computer without any needs."""
    zoneinfo.reset_tzpath(to=())
    try:
        names = zoneinfo.available_timezones()
        for name in ("Asia/Tehran", "Asia/Tokyo", "Africa/Cairo", "America/Mexico_City"):
            zoneinfo.ZoneInfo.no_cache(name)
    finally:
        zoneinfo.reset_tzpath()
    return f"{len(names)} of them"


def holidays() -> str:
    """A country of each of our languages, with a name in it, and one of another language."""
    from services.my_shop import public_holidays

    wanted = {"MX": "es", "SA": "ar", "IR": "fa", "JP": "ja", "CN": "zh_CN", "US": "en", "PT": ""}
    found = [
        set(public_holidays.work_out(country, 2026, "", language).values())
        for country, language in wanted.items()
    ]
    in_english = set(public_holidays.work_out("JP", 2026, "", "en").values())
    if not all(found) or "New Year's Day" not in in_english:
        raise Missing("a country's holidays are missing")
    return f"{sum(len(names) for names in found)} names in {len(found)} countries"


def languages() -> str:
    """Qt's own words, and ours wherever they are translated."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    missing = [
        code
        for code in QT_LANGUAGES
        if not QTranslator().load(QLocale(code), "qtbase", "_", folder)
    ]
    if missing:
        raise Missing(f"no words of Qt's for {missing}")
    ours = sorted(OURS.glob("shoplark_*.qm"))
    broken = [path.name for path in ours if not QTranslator().load(str(path))]
    if broken:
        raise Missing(f"cannot read {broken}")
    return f"Qt's words in {len(QT_LANGUAGES)}, ours in {len(ours)}"


def other_programs() -> str:
    """A browser opened from here must not load the libraries of a frozen build."""
    folder: str | None = getattr(sys, "_MEIPASS", None)
    if folder is None:
        return "not frozen"
    names = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
    pointing = [name for name in names if folder in os.environ.get(name, "")]
    if pointing:
        raise Missing(f"{pointing} point into this program")
    return "get the owner's own environment"
