"""Guesses in which encoding a file was written, among those that spreadsheets write.

UTF-8 proves itself. Of the others each that decodes at all is read, and the one whose letters look
most like its own script is taken; the owner sees the first rows and can choose another.
"""

from __future__ import annotations

import codecs
import re

ENCODINGS = ("utf-8-sig", "utf-16", "cp1252", "cp1256", "cp932", "gb18030", "big5")
"""`cp932` is Shift_JIS as Windows has it."""
_SAMPLE = 64 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp932", "gb18030", "big5", "cp1256", "cp1252")
_OFTEN = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天"
    "而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些"
    "這來國個說們為時會過學對裡後麼沒發當無開動兩長樣現將與應點東車馬門問間關見書買賣話請謝歡迎茶店新品今週末"
    "店新品杯碗壶壺茶日月火水木金土本人上下中大小年時分今私方見行来思出入前後間食飲市場週末販売開始"
)
_ARABIC = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9]")
_ARABIC_SIGNS = re.compile("[\u060c\u061b\u061f\u0640\u064b-\u0652\u200c-\u200f]")
_MIXED = re.compile("[A-Za-z][\u0600-\u06ff]|[\u0600-\u06ff][A-Za-z]")
_LATIN = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸ]")
_LATIN_SIGNS = re.compile("[€£¥¿¡«»“”‘’–—…·°ºª²³½¼¾©®™•\u00a0]")
_LATIN_RUNS = re.compile("[À-ÖØ-öø-ÿ]{3,}")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HAN = re.compile("[\u4e00-\u9fff]")
_WIDE_SIGNS = re.compile("[\u3000-\u303f\uff01-\uff5e]")


def guess_encoding(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    sample = data[:_SAMPLE]
    if zeros := _utf16_order(sample):
        return zeros
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return max(_CANDIDATES, key=lambda encoding: _likeness(sample, encoding))
    return "utf-8"


def _utf16_order(sample: bytes) -> str:
    """Without its mark: delimiters and line ends leave zeros on one side."""
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[place::2]
        if half and half.count(0) > len(half) // 8 and not sample[1 - place :: 2].count(0):
            return encoding
    return ""


def _likeness(sample: bytes, encoding: str) -> float:
    """How much the letters beyond ASCII look like the encoding's own: at most about 1."""
    text = _decoded(sample, encoding)
    strange = len(re.sub(r"[\x00-\x7f]", "", text)) if text is not None else 0
    if text is None or not strange:
        return -2.0 if text is None else 0.0
    if encoding == "cp1252":
        points = len(_LATIN.findall(text)) + len(_LATIN_SIGNS.findall(text))
        points -= 2 * sum(len(run) for run in _LATIN_RUNS.findall(text))
    elif encoding == "cp1256":
        points = len(_ARABIC.findall(text)) + len(_ARABIC_SIGNS.findall(text)) // 2
        points -= 2 * len(_MIXED.findall(text))
    else:
        return _east_asian(text, encoding, strange)
    return points / strange


def _east_asian(text: str, encoding: str, strange: int) -> float:
    """Whole double signs: half as many as bytes, so that a single-byte misreading weighs less."""
    kana, han = len(_KANA.findall(text)), _HAN.findall(text)
    often = sum(sign in _OFTEN for sign in han)
    points = 0.35 * len(han) + 1.2 * often + 0.8 * len(_WIDE_SIGNS.findall(text))
    if encoding == "cp932":
        points += 1.2 * kana - 1.0 * len(_HALF_KANA.findall(text))
    else:
        points += 0.2 * kana
    return points / strange


def _decoded(sample: bytes, encoding: str) -> str | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        # The sample may end in the middle of a sign.
        return decoder.decode(sample)
    except UnicodeDecodeError:
        return None
