"""Words in capitals that read as raised voice, in scripts that have capitals.

What stands in capitals on every shop door is none: SALE, OPEN, NEW. Nor are short words, signs
with digits (A6, USB2), well-known initials, tags, handles and links. A title or a row of goods in
capitals is raised at most.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAST_LETTERS = 3
_RAISED = 2
"""So many words side by side raise the voice, and `_SHOUTED` of them are anger alone."""
_SHOUTED = 4

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|(?<!\w)[@＠#＃$]\w+|(?<!\w)\w*\d\w*")


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Words of shop doors and of grammar, in capitals.
_OF_DOORS = _words(
    """
    SALE SALES OPEN OPENING CLOSED NEW NEWS FREE TODAY TOMORROW TONIGHT NOW ONLY OFF SOLD OUT LAST
    CHANCE BACK STOCK SOON COMING HERE BUY SHOP ORDER ONLINE LIMITED EDITION HANDMADE SPECIAL OFFER
    DEAL DEALS WEEKEND BLACK FRIDAY CYBER MONDAY SATURDAY SUNDAY TUESDAY WEDNESDAY THURSDAY SUMMER
    WINTER SPRING AUTUMN CHRISTMAS EASTER HALLOWEEN VALENTINE GIVEAWAY WIN GIFT GIFTS SHIPPING
    DELIVERY WORLDWIDE LIVE HAPPY BIRTHDAY YEAR MERRY THANK THANKS YOU LOVE HUGE BIG BEST WELCOME
    HELLO PLEASE READ NOTE UPDATE REMINDER IMPORTANT WOW YAY YES LAUNCH COLLECTION ARRIVED ARRIVALS
    FLASH FINAL CLEARANCE DISCOUNT EVERYTHING PRICE PRICES HALF DAYS HOURS LEFT START STARTS ENDS
    THE AND FOR WITH THIS THAT FROM ALL OUR YOUR ARE WAS HAS HAVE NOT BUT ANY WILL UNTIL MORE WE IT
    OFERTA OFERTAS REBAJAS ABIERTO ABIERTOS CERRADO NUEVO NUEVA NUEVOS NUEVAS GRATIS HOY MAÑANA
    AHORA SOLO SÓLO ÚLTIMA ÚLTIMAS ÚLTIMO ÚLTIMOS UNIDADES AGOTADO DESCUENTO DESCUENTOS ENVÍO
    ENVÍOS SORTEO REGALO REGALOS FELIZ NAVIDAD AÑO CUMPLEAÑOS GRACIAS BIENVENIDOS EDICIÓN LIMITADA
    TIENDA PEDIDOS ABRIMOS CERRAMOS YA AQUÍ TODO TODA TODOS MUY POR PARA CON LOS LAS DEL UNA QUE
    SÁBADO DOMINGO LUNES MARTES JUEVES VIERNES MIÉRCOLES VERANO INVIERNO PRIMAVERA OTOÑO
    """
)
_INITIALS = _words(
    """
    ASAP ASMR BBC BPA CEO DHL DIY DM DPD EU EUR FAQ FYI GBP GMT GPS HTML IKEA ISO JPEG LED LEGO
    LGBTQ LMAO LOL NASA NATO NHS OMG ONU OVNI PDF PIN PNG POV PVC QR RGB ROFL TBA TGIF TV UK UNESCO
    UNICEF UPS USA USB USD USPS VAT VIP WLAN WWF YMCA
    """
)
# Of sentences said to somebody, and not of titles, names and lists of goods.
_OF_SPEECH = _words(
    """
    I I'M I'VE ME MY WE WE'RE US YOU YOUR YOU'RE THEY THEY'RE THEM HE SHE NOT NO NEVER NOBODY
    NOTHING STOP WHY HOW WHO WHAT THIS THAT THESE THOSE IS AM ARE WAS WERE DON'T DOESN'T CAN'T WON'T
    ISN'T ENOUGH ALWAYS EVER
    YO ME MI NOS TE TU OS VOSOTROS USTEDES ELLOS ES SON ESTOY ESTAMOS SOIS ESTÁIS NO NUNCA NADIE
    NADA POR QUÉ QUE BASTA DEJAD DEJEN ESTO ESTOS ESTA ESTAS ESO HABÉIS SIEMPRE
    """
)
_ONLY_LATIN = re.compile("[\u0000-\u024f’]+")


@dataclass(frozen=True, slots=True)
class Shout:
    """From the first word of it to the last, in code points. `weight`: 1 raised, 2 shouted."""

    start: int
    end: int
    weight: int


def shouted(text: str) -> Shout | None:
    """A voice is raised by two words side by side or more; names of two words are still raised
    only, which tells nothing by itself.
    """
    bare = _NOT_WORDS.sub(_blank, text)
    loudest: Shout | None = None
    for run in _runs(bare):
        loud = [word for word in run if _is_loud(word[0])]
        if len(loud) < _RAISED:
            continue
        weight = 2 if len(loud) >= _SHOUTED and _is_said(run) else 1
        if loudest is None or weight > loudest.weight:
            loudest = Shout(run[0].start(), run[-1].end(), weight)
    return loudest


def _runs(text: str) -> list[list[re.Match[str]]]:
    """Words in capitals that follow each other without a word in small letters between."""
    runs: list[list[re.Match[str]]] = [[]]
    for word in _WORD.finditer(text):
        letters = word[0]
        if letters.isupper():
            runs[-1].append(word)
        elif letters.lower() != letters.upper():
            runs.append([])
    return [run for run in runs if run]


def _is_loud(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS and word not in _OF_DOORS and word not in _INITIALS


def _is_said(run: list[re.Match[str]]) -> bool:
    """A sentence, and no title; other scripts, of which no words are known here, are believed."""
    words = [word[0].replace("’", "'") for word in run]
    return not all(map(_ONLY_LATIN.fullmatch, words)) or any(word in _OF_SPEECH for word in words)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
