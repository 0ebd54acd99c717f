"""Words of anger in Spanish (heat_words/__init__.py). Accents do not matter."""

INNOCENT = r"""
a prueba de (idiotas|tontos) / (no hay|ninguna) preguntas? (tontas?|estupidas?) / put[oa] am[oa]
(de )?puta madre / odio (los lunes|el frio|la lluvia|esperar|madrugar) / basura (organica|cero)
(bolsas?|cubos?|cesto) de basura / cansad[oa]s? de (la rutina|el frio|lo de siempre|esperar)
de mierda ni hablar / sin verguenza ninguna / la ladrona de libros
"""

INSULTS = r"""
idiot[ao]s? / imbecil(es)? / gilipollas / cabron(es|a|as)? / pendej[oa]s? / subnormal(es)?
hij[oa]s? de (la gran )?(puta|perra) / malnacid[oa]s? / sinverguenzas? / mentiros[oa]s?
ladron(es|a)? / estafador(es|a|as)? / desgraciad[oa]s? / (vete|iros|idos|vayan(se)?) a la mierda
(que )?(te|os|se|les) (jodan|jodas|den por culo) / callate( la boca)? / callense / callaos
vete al (infierno|diablo|carajo) / (basura|asco) de (gente|empresa|tienda|cliente|persona)s?
(eres|sois|son|panda de|banda de|que|unos) (un |unos |unas |muy |tan )?(payas[oa]s?|capull[oa]s?)
(eres|sois|son|panda de|banda de|que|unos) (un |unos |unas |muy |tan )?(cerd[oa]s?|inutil(es)?)
(eres|sois|son|panda de|banda de|que|gente|clientes?) (un |unos |muy |tan )?estupid[oa]s?
(eres|sois|son|panda de|banda de|que|gente|clientes?) (un |unos |muy |tan )?tont[oa]s?
(eres|sois|son|panda de|banda de|que|gente|clientes?) (un |unos |muy |tan )?patetic[oa]s?
(os|te|les) odio / maldit[oa]s? (client|empres|mentiros|ladron|estafador)\w*
"""

HARD = r"""
hart[oa]s? de / cansad[oa]s? de / ya basta / basta ya / (ya )?esta bien de / inaceptable / asco
verguenza / indignante / indignad[oa]s? / intolerable / (como|con que) (se|os|te) atrev\w+
no (lo |os |los )?(aguanto|soporto)( mas)? / odio / mierda / joder / put[oa]s? / cono
estupid[oa]s? / ridicul[oa]s? / nadie (respeta|contesta|escucha|responde) / furios[oa]s? / rabia
lamentable / maleducad[oa]s? / caraduras? / (dejen|dejad|deja) de (copiar|mentir|robar|molestar)
se acabo la paciencia / nunca mas / el colmo / tomadura de pelo / (que|por que) nadie
"""

MERRY = r"""
gracias / feliz / felices / felicidad\w* / felicit\w* / enhorabuena / rebajas / ofertas?
descuentos? / gratis / (nos|me) encanta\w* / ilusion / os queremos / viva / fiesta / abrimos
abiertos? / celebra\w* / bienvenid\w* / sorteo / ganador\w* / por fin / que alegria / navidad
"""
