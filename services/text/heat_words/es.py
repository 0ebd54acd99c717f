"""Words of anger in Spanish (heat_words/__init__.py). Accents do not matter, nor does the tilde:
"cono" is an ice cream too, and is no word of the lists by itself.
"""

INNOCENT = r"""
a prueba de (idiotas|tontos) / (no hay|ninguna) preguntas? (tontas?|estupidas?) / put[oa] am[oa]
(de )?puta madre / odio (los lunes|el frio|la lluvia|esperar|madrugar) / basura (organica|cero)
(bolsas?|cubos?|cesto) de basura / cansad[oa]s? de (la rutina|el frio|lo de siempre|esperar)
de mierda ni hablar / sin verguenza ninguna / la ladrona de libros
(hart|cansad)[oa]s? de [^.!?\n]{0,60}\? / el idiota / los idiotas(?= de|[,:]) / para idiotas
(el|la|juego del?|dado) mentiros[oa] / pequenas mentirosas / callate y (toma|come|bebe|baila|lee)
(ya basta|basta ya|basta) de (frio|lluvia|calor|plastico|pies|invierno|prisas)
(para|contra|anti|los|de|cueva de|40|cuarenta) ladrones
"""

INSULTS = r"""
idiotas / (eres|es|menud[oa]|vaya|so|pedazo de|maldit[oa]) (un |una )?(complet[oa] |total )?idiota
imbecil(es)? / gilipollas / cabron(es|a|as)? / pendej[oa]s? / subnormal(es)? / sinverguenzas
hij[oa]s? de (la gran )?(puta|perra) / malnacid[oa]s? / mentiros[oa]s(?! pero)
(eres|es|sois|son) (un |una |unos |unas )?(gran |grandes )?(mentiros[oa]s?|sinverguenzas?)
(eres|sois|son|panda de|banda de|hatajo de) (un |unos |unas |todos |todos unos )?ladron(es|a)?
estafador(es|a|as)? / desgraciad[oa]s / (vete|iros|idos|vayan(se)?) a la mierda
(que )?(te|os|se|les) (jodan|jodas|den por culo) / callate( la boca)? / callense / callaos
vete al (infierno|diablo|carajo) / (basura|asco) de (gente|empresa|tienda|cliente|persona)s?
(eres|sois|panda de|banda de) (un |una |unos |unas |muy |tan )?(payas[oa]s?|capull[oa]s?)(?! de)
(eres|sois|panda de|banda de) (un |una |unos |unas |muy |tan )?(cerd[oa]s?|inutil(es)?)(?! de)
son (todos )?(unos|unas) (payas[oa]s|capull[oa]s|cerd[oa]s|inutiles|estupid[oa]s|tont[oa]s)(?! de)
(eres|sois|panda de|banda de|gente|clientes?) (un |unos |muy |tan )?estupid[oa]s?
(eres|sois|panda de|banda de|gente|clientes?) (un |unos |muy |tan )?tont[oa]s?(?! por)
(eres|sois|panda de|banda de|gente|clientes?) (un |unos |muy |tan )?patetic[oa]s? / (os|les) odio
maldit[oa]s? (client|empres|mentiros|ladron|estafador)\w* / (?<=, )idiota(?=\s*[?!.])
sois una verguenza / me dais asco / menudos ladrones / (?<=, )inutiles(?=\s*([.!]|$))
"""

HARD = r"""
(estoy|estamos|muy|tan|ya) (muy |ya |tan |mas que )?(hart|cansad)[oa]s? de / ya basta / basta ya
ya esta bien de (mentir|excusas|copiar|tonterias|robar|faltas) / inaceptable
(que|vaya|me da|me dan|me dais|dais|das|dan) (mucho |tanto )?asco(?! de (tiempo|dia|lluvia))
(que|vaya|menuda|es una|dar|dar(le|os|te)) verguenza(?! ajena de) / indignante / indignad[oa]s?
intolerable / (como|con que) (se|os|te) atrev\w+ / no (lo |os |los )?(aguanto|soporto)( mas)?
(te|los|las) odio / odio (a la gente|a los clientes|esta empresa|este sitio|tratar con) / mierda
joder / put[oa]s? / (que|pero que|ya|hasta el) cono(?! de| con| para) / idiota / ladrones
(que|tan|norma|excusa|pregunta) estupid[oa]s? / (es|que|totalmente) ridicul[oa](?! sombrero)
nadie (respeta|contesta|escucha|responde|lee)(?! al) / (estoy|muy|tan) furios[oa]s?
desgraciad[oa] / (me da|me dais|me das|da) (mucha |tanta )?rabia / lamentable / maleducad[oa]s?
caraduras? / mentiros[oa] / sinverguenza / (dejen|dejad|deja) de (copiar|mentir|robar|molestar)
se (me )?acabo la paciencia
nunca mas(?=\s*([.!]|$)| (vuelvo|volvere|compro|comprare|os|les|vendo)) / (es|esto es) el colmo
tomadura de pelo / mentiras / falta de respeto / dejadme en paz
por que nadie (respeta|contesta|escucha|responde|lee)(?! al) / una estafa / estafas
(poca|menuda) verguenza / cobardes / asqueros[oa]s / copiones / hasta (las narices|los cojones) de
"""

MERRY = r"""
gracias / feliz / felices / felicidad\w* / felicit\w* / enhorabuena / rebajas / ofertas?
descuentos? / gratis / (nos|me) encanta\w* / ilusion / os queremos / viva / fiesta / abrimos
abiertos? / celebra\w* / bienvenid\w* / sorteo / ganador\w* / por fin / que alegria / navidad
delicios[oa]s? / preciosa?s? / disfruta\w*
"""
