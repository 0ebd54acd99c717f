"""Words that sort posts in Spanish (triage_words/__init__.py). Accents do not matter."""

NOT_TROUBLE = r"""
(?<!no )(me |ya )?(ha llegado|llego) (hoy |ya |por fin )?(mi|el) (pedido|paquete|envio)
mi (pedido|paquete|envio) (ya |por fin )?(ha llegado|llego)
(no|nunca|jamas) (me |nos )?(ha |han |habeis )?decepcion\w*
(sin|ninguna|ni una|cero) (quejas?|reclamo\w*|problemas?) / nada rot[oa]s? / de muerte
"""

NOISE = r"""
sigueme / te sigo / sigo de vuelta / sorteo / gana(r)? (dinero|\d+) / dinero facil / cripto\w*
bitcoin / promocion\w* tu / (compra|consigue|mas) seguidores / mira mi (perfil|pagina|bio)
(link|enlace) en (mi |la )?bio / haz (clic|click) / casino / apuestas
"""

COMPLAINT = r"""
rot[oa]s? / rompio / rompieron / quebrad\w* / agrietad\w* / grieta\w* / danad\w* / defect\w*
desportillad\w* / estropead\w* / abollad\w* / decepcion\w* / pesim\w* / horribl\w* / terribl\w*
fatal / (lo |el |la )?peor / estaf\w* / timo / timad\w*
(devolucion|devuelv\w*|devolver) .{0,20}dinero / reembols\w* / quej\w* / reclam\w*
inaceptable\w* / verguenza / (mala|poca|baja) calidad / mal servicio
servicio (malo|horrible|pesimo) / mala atencion / nunca mas / no (me )?(funciona|sirve|vale)
indignad\w* / enfadad\w* / enojad\w* / furios\w* / maleducad\w* / groser\w* / engan(o|ad|os)\w*
nadie (me |nos )?(contesta|responde|atiende) / (sigo )?sin (respuesta|contestar)
no (me )?(contestan|responden|contestais|respondeis) / no se parece
huele a (carton|moho|plastico|humedad|quemado|rancio) / sabe a (carton|plastico|jabon|moho)\w*
moho\w* / basura / tirar el dinero / una lastima
"""

ORDER = r"""
(mi|mis|nuestro) (pedidos?|paquetes?|envios?|compras?|orden(es)?)
(numero|num|no) de (pedido|orden|seguimiento) / pedido (n|num\w*|#)? ?\d+ / (el )?seguimiento
rastre\w* / no (me |nos )?(ha |han )?(llegado|llega|llego|recibido|recibi|recibo|entregado)
(aun|todavia) (no|sigo|espero) / sigo esperando
cuando (me )?(llega|llegara|va a llegar|lo envian|lo enviais|envian|sale)\w* / equivocad\w*
por error
(me|nos) (ha |han )?(llego|llegado|enviaron|enviado|mandaron|mandado) (otr[oa]|un[oa] de otro)
en (vez|lugar) de / (me |nos )?falta(n|ba|ban)? (un|una|uno|el|la|los|las|algo|dos|piezas?)
(cancelar|anular|cambiar) (mi|el|la|un) (pedido|direccion|orden|envio|compra|talla|color)
(cambiarl[oa]|devolverl[oa]) / (pedi|encargue|compre) .{0,40}hace / repartidor\w*
figura (como )?entregado
"""

QUESTION = r"""
cuanto (cuesta|vale|es|sale|cuestan|valen|tarda|mide)\w* / (que|el) precio / a como / teneis
tienen / hay (en|alguna|mas|stock) / (haceis|hacen|hace|realizan) envios
(enviais|envian|mandan) a / donde (puedo|estan|esta|se|lo|la|comp)\w*
como (puedo|se|lo|la|hago|compro) / cual (es|de) / (a que hora|cuando) (abr|cierr)\w*
horarios? / se puede\w* / me (gustaria|interesa) saber / quisiera saber
queria (saber|preguntar) / disponib\w* / alguien sabe / una (pregunta|duda|consulta)
"""

PRAISE = r"""
encant\w* / me gust\w* / nos gust\w* / hermos\w* / bonit\w* / precios[oai]\w* / maravill\w*
perfect\w* / excelent\w* / genial\w* / gracias / delicios\w* / (ric|riquisim)[oa]s? / favorit\w*
recomiend\w* / recomend\w* / feliz / felices / increibl\w* / divin[oa]s? / guap[oa]s?
lind[oa]s? / lindisim\w* / (el|la|los|las|lo) mejor(es)? / enhorabuena / felicidades
felicit\w* / amo / la amo / adoro / estupend\w* / fenomenal / me flipa\w* / ilusion
content[oa]s? / bueni?sim\w* / que (bien|bueno|arte|chul\w*) / chul[oa]s? / espectacular\w*
bell[oa]s? / un placer
"""
