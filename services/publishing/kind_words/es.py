"""Words of a post's kind in Spanish (kind_words/__init__.py). Accents do not matter."""

SELL = r"""
compra(r|lo|la|los|las)? / (haz|hagan|haced) tu? pedido
pide(lo|la)? (ya|hoy|aqui|el tuyo|la tuya) / nuev[oa]s? en (la )?tienda / novedad(es)?
(ya )?(esta|estan)? ?de vuelta / de nuevo (en|disponib\w*) / disponibles? / en stock / oferta(s)?
rebaja(s|d[oa]s?)? / descuentos? / \d+ ?% (de )?(dto|menos) / envio gratis
ultim[oa]s? (unidad(es)?|piezas?|dias?|oportunidad) / quedan (solo )?\w+ / edicion limitada
precio(s)? / en venta / a la venta / reserva (el|la|los|las) / (tarjeta|caja|set)s? (de )?regalo
llevate / hazte con / consigue (el|la|los|las) (tuy\w+|nuestr\w+) / preventa
en nuestra (web|tienda) / recien llegad[oa]s? / nueva coleccion / agotad[oa]s?
"""

HELP = r"""
como (cuidar|limpiar|hacer|hacemos|preparar|lavar|elegir|usar|se hace\w*|guardar|curar|reparar)
consejos? / trucos? / paso (a paso|\d+|uno) / tutorial / sabias que / mitos? / aprende\w*
receta(s)? / la diferencia entre / (nunca|no) (lo |la )?(laves|metas|uses|pongas|dejes) / errores
por que (nunca|no|tu|las|los|el|la) / ideas para / inspiracion / (nuestro|el|un|este) tablero
cuidados? de / instrucciones / (la|una|nuestra|tu) (\w+ )?guia
si (tu|tus|el|la) \w+ (es|esta|tiene|huele|gotea|queda) / el truco / en (dos|tres|cuatro|\d) pasos
se llama
"""

PEOPLE = r"""
gracias / (te|os|les) presentamos / nuestro equipo / familia / cumpleanos / aniversario
orgullos[oa]s? / agradecid[oa]s?
nuestr[oa]s? (client\w+|vecin\w+|historia|taller|gat[oa]|perr[oa]|abuel[oa]) / entre bastidores
buen(os|as) (dias|tardes|noches) / feliz \w+ / felicidades / bienvenid[oa]s?
(nos|me) (dijo|escribio|conto|pregunto) / hace \w+ anos / empezamos
foto de (una?|nuestr\w+) client\w*
"""

ASK = r"""
cual (de|es|prefier\w+|te|os|eleg\w+) / cuales / que (os|te|les) (parece|gust\w+)
que (opin\w+|pref\w+) / (tu|vuestr[oa]|su) (favorit[oa]|opinion) / quien (mas|quiere) / si o no
que (color|taza|te|cuenco) / (os|te) (gusta|apetece|animas|animais)
como (tomas|tomais|lo preparas|lo tomas) / o
"""

REVIEW = r"""
resena(s)? / opinion(es)? de / (dijo|dice|escribio|nos escribe|nos dice|nos cuenta) / palabras de
(5|cinco) estrellas / lo que dicen / testimonios?
"""

TELL = r"""
vota(d|r)? / encuesta / dinos / decidnos / cuentanos / contadnos / ayudanos a (elegir|decidir)
"""

MEASURES = r"""
(un|una|dos|tres|cuatro|cinco|diez|\d+) (grados?|gramos?|cucharad\w*) / \d+ ?°
"""

STEPS = r"""

(lava|limpia|guarda|remoja)(d|lo|la|los|las)? (l[oa]s?|tu|tus|con|el|la|un|una|que|en|hasta)
(enjuaga|hierve|vierte|seca)(d|lo|la|los|las)? (l[oa]s?|tu|tus|con|el|la|un|una|que|en|hasta)
(anade|evita|calienta|cuela)(d|lo|la|los|las)? (l[oa]s?|tu|tus|con|el|la|un|una|que|en|hasta)
(espera|deja|pon|llena)(d|lo|la|los|las)? (l[oa]s?|tu|tus|con|el|la|un|una|que|en|hasta)
(retira)(d|lo|la|los|las)? (l[oa]s?|tu|tus|con|el|la|un|una|que|en|hasta)
no (l[oa]s? )?(dejes|pongas|uses|laves|hiervas) / (un|una|dos|tres|cinco|\d+) (minutos?|segundos?)
una vez (a la|al) (semana|mes)
"""
