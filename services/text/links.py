"""Links as X finds them: with http(s)://, or a bare domain whose ending is a known one.

X shortens every link, so each weighs 23. Linear in the length of the text: runs of domain
characters are found once, and paths are matched without going back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

_TWO_LETTERS = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs "
    "bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee "
    "eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk "
    "hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la "
    "lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my "
    "mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro "
    "rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj "
    "tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_LONGER = (
    "academy agency app art asia audio bank beauty beer best bike biz blog boutique business cafe "
    "camera camp cards care cash cat center chat city clothing cloud club codes coffee com "
    "community company coop country craft dance deals design dev diamonds digital direct dog earth "
    "edu education email energy equipment estate events expert farm fashion fish fit fitness "
    "flowers foundation fun fund furniture gallery games garden gift gifts glass global gold gov "
    "group guide guru health help holiday house info ink int jewelry jobs kids kitchen land life "
    "link live loan lol love ltd market marketing mba media menu mil mobi moda money moe music "
    "name net network news ninja one online org page paris party pet photo photography photos pics "
    "pictures pink pizza place plus press pro pub red rent repair report restaurant reviews rocks "
    "run sale salon school services shoes shop shopping show site ski social software space store "
    "studio style supplies support systems tattoo tax tea team tech technology tel tips today "
    "tokyo tools top tours town toys training travel tube vet video vip vision wang watch web "
    "website wedding wiki wine work works world wtf xxx xyz yoga zone"
)
KNOWN_ENDINGS = frozenset(f"{_TWO_LETTERS} {_LONGER}".split())

# twitter-text's accented letters of a domain: Latin, without × and ÷.
_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_HOST = f"A-Za-z0-9_{_ACCENTED}-"
_RUN = re.compile(rf"(?<![.@＠$#＃/{_HOST}])[{_HOST}]++(?:\.[{_HOST}]++)++")
_SCHEME = re.compile(
    r"(?<![A-Za-z0-9@＠$#＃])[Hh][Tt][Tt][Pp][Ss]?://"
    r"([^\s/?#:@()<>\[\]{}\"'“”‘’。、，！？「」（）…]++)"
)
_PATH_SIGN = rf"A-Za-z0-9\u0400-\u04ff{_ACCENTED}!*';:=+,.$/%#\[\]\-–_~@|&"
_PATH = re.compile(
    rf"/(?>[{_PATH_SIGN}]++|\([{_PATH_SIGN}]*+(?:\([{_PATH_SIGN}]*+\)[{_PATH_SIGN}]*+)*+\))*+"
)
_QUERY = re.compile(r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]++")
_PORT = re.compile(r":[0-9]++")
_PATH_TAIL = "!*';:,.$%[]~@|&–"
_QUERY_TAIL = "!?*'@();:+$%[].,~|"


def find_links(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each link in code points, in order, never overlapping."""
    if "." not in text:
        return
    at = 0
    for match in merge(_SCHEME.finditer(text), _RUN.finditer(text), key=re.Match.start):
        if match.start() < at:
            continue
        found = _with_scheme(match) if match.re is _SCHEME else _bare(match)
        if found:
            at = _end_of_link(text, found[1])
            yield found[0], at


def _with_scheme(match: re.Match[str]) -> tuple[int, int] | None:
    span = _domain(match[1], any_ending=True)
    return (match.start(), match.start(1) + span[1]) if span else None


def _bare(match: re.Match[str]) -> tuple[int, int] | None:
    span = _domain(match[0], any_ending=False)
    if span is None:
        return None
    end = match.start() + span[1]
    if match.string[end : end + 1] in ("@", "＠", "+"):
        return None
    return match.start() + span[0], end


def _domain(run: str, *, any_ending: bool) -> tuple[int, int] | None:
    """Where in a run of labels the domain starts and ends, or None if it holds none."""
    labels = run.split(".")
    for last in range(len(labels) - 1, 0, -1):
        if not _is_ending(labels[last], any_ending=any_ending):
            continue
        first = last
        while first and _is_label(labels[first - 1]):
            first -= 1
        if first < last:
            start = sum(map(len, labels[:first])) + first
            return start, sum(map(len, labels[: last + 1])) + last
    return None


def _is_ending(label: str, *, any_ending: bool) -> bool:
    if label.lower() in KNOWN_ENDINGS or label.lower().startswith("xn--"):
        return True
    return any_ending and len(label) > 1 and label.isalpha()


def _is_label(label: str) -> bool:
    return bool(label) and label[0] not in "-_" and label[-1] not in "-_"


def _end_of_link(text: str, at: int) -> int:
    if port := _PORT.match(text, at):
        at = port.end()
    if path := _PATH.match(text, at):
        at += len(path[0].rstrip(_PATH_TAIL))
    if query := _QUERY.match(text, at):
        at += len(query[0].rstrip(_QUERY_TAIL))
    return at
