"""The four kinds of posts by the names the program, and people, give them in six languages."""

from __future__ import annotations

from functools import cache

from services.publishing.post_options import PostKind
from services.text.fold import folded

_NAMES = {
    PostKind.SELL: (
        "sell, sale, sales, selling, offer, product, promo, promotion, vender, venta, oferta, "
        "producto, بيع, عرض, منتج, فروش, محصول, تبلیغ, 販売, 売る, 商品, 宣伝, 销售, 銷售, "
        "卖, 产品, 推广"
    ),
    PostKind.HELP: (
        "help, tip, tips, guide, how to, lesson, teach, care, ayuda, ayudar, consejo, guía, "
        "guia, مساعدة, نصيحة, دليل, کمک, راهنما, نکته, آموزش, 役立つ, お役立ち, 助け, ヒント, "
        "帮助, 幫助, 贴士, 指南, 教程"
    ),
    PostKind.PEOPLE: (
        "people, person, story, team, behind the scenes, personas, gente, historia, equipo, "
        "أشخاص, ناس, قصة, فريق, آدم‌ها, مردم, داستان, تیم, 人, 人々, 物語, 舞台裏, 人物, "
        "故事, 团队, 團隊"
    ),
    PostKind.ASK: (
        "ask, question, poll, quiz, preguntar, pregunta, encuesta, سؤال, اسأل, استطلاع, پرسش, "
        "سوال, نظرسنجی, 質問, 聞く, アンケート, 提问, 提問, 问题, 問題, 投票"
    ),
}


def kind_named(name: str) -> PostKind:
    """GUESSED for any other word, and for none."""
    return _known().get(folded(name).strip(), PostKind.GUESSED)


@cache
def _known() -> dict[str, PostKind]:
    return {
        folded(name).strip(): kind for kind, names in _NAMES.items() for name in names.split(",")
    }
