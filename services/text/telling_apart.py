"""What tells two short posts apart though nearly all their signs are the same.

Other opening hours, another day, or the red mug for the blue one. Of essences
(services/text/similar.py): folded words alone.
"""

from __future__ import annotations

import re
from functools import cache

LONG = 120
"""Letters from which the share of signs in common says enough; a sign of Han or kana is two."""
_A_WORD = 60
"""Letters of which one word may be another and the post still the same."""
_ALIKE = 75.0
"""Per cent of signs two forms of a word have in common, as bowl and bowls."""

_NUMBER = re.compile(r"\d+")
_UNSPACED = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]")
_TELLING = re.compile("[\u3005-\u3007\u30a1-\u30fa\u3400-\u9fff]")
"""Han and katakana; hiragana is mostly endings."""
_PARTICLES = re.compile("[了啦吧呢啊呀哦哟的地得嘛]")

_TIMES = """
monday tuesday wednesday thursday friday saturday sunday tomorrow tonight yesterday morning noon
afternoon evening january february march april may june july august september october november
december mon tue wed thu fri sat sun two three four five six seven eight nine ten eleven twelve
lunes martes miércoles jueves viernes sábado domingo mañana ayer tarde noche enero febrero marzo
abril mayo junio julio agosto septiembre octubre noviembre diciembre dos tres cuatro cinco seis
siete ocho nueve diez once doce
السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة غدا أمس صباحا مساء ظهرا يناير فبراير
مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر واحدة اثنان ثلاثة أربعة خمسة ستة
سبعة ثمانية تسعة عشرة
شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه فردا دیروز صبح ظهر عصر شب فروردین اردیبهشت
خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند یک دو سه چهار پنج شش هفت هشت نه ده
"""
_OF_NO_WEIGHT = """
a an the and or of in on at to for with from by is are was were be our your my we you it its this
that these those today now again here just all so very
el la los las un una unos unas y o de del en con para por es son está están ha han su sus mi hoy ya
aquí ahora muy que
في من على إلى مع و هذا هذه اليوم الآن هنا قد
در از به با و این آن است هست هستند شد شدند امروز الان اکنون اینجا را که هم
"""


def told_apart(one: str, other: str) -> bool:
    """Whether two short essences, of signs nearly the same, still say something different."""
    letters = max(map(_letters, (one, other)))
    if letters >= LONG:
        return False
    if _other_numbers(one, other) or _times_in(one) != _times_in(other):
        return True
    return _other_words(one, other) + _other_signs(one, other) > letters // _A_WORD


def _letters(said: str) -> int:
    return len(said) - said.count(" ") + len(_UNSPACED.findall(said))


def _other_numbers(one: str, other: str) -> bool:
    """One with a price and one without may well be the same."""
    ours, theirs = sorted(_NUMBER.findall(one)), sorted(_NUMBER.findall(other))
    return bool(ours and theirs) and ours != theirs


def _times_in(said: str) -> list[str]:
    return sorted(word for word in said.split() if word in _folded(_TIMES))


def _other_words(one: str, other: str) -> int:
    """Words that stand for others."""
    ours, theirs = _weighty(one), _weighty(other)
    left = [word for word in theirs - ours if not any(_alike(word, mine) for mine in ours - theirs)]
    gone = [word for word in ours - theirs if not any(_alike(word, more) for more in theirs - ours)]
    return min(len(left), len(gone))


def _weighty(said: str) -> set[str]:
    light = _folded(_OF_NO_WEIGHT)
    words = (word for word in said.split() if word not in light)
    return {word.removeprefix("ال") for word in words if not _UNSPACED.search(word)}


def _alike(word: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return not word.isdigit() and fuzz.ratio(word, other) >= _ALIKE


def _other_signs(one: str, other: str) -> int:
    """As `_other_words`, where words have no gaps."""
    if not (_UNSPACED.search(one) and _UNSPACED.search(other)):
        return 0
    from rapidfuzz.distance import Levenshtein

    return sum(
        bool(_TELLING.search(_PARTICLES.sub("", one[step.src_start : step.src_end])))
        and bool(_TELLING.search(_PARTICLES.sub("", other[step.dest_start : step.dest_end])))
        for step in Levenshtein.opcodes(one, other)
        if step.tag == "replace"
    )


@cache
def _folded(words: str) -> frozenset[str]:
    from services.text.fold import folded

    return frozenset(folded(words).split())
