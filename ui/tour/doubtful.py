"""X did not answer, and then shows a post that may be the one: the owner compares the two."""

from __future__ import annotations

from services.publishing.states import State
from services.x_api.practice import Sort, Trouble, inspection
from ui.tour.hand import type_text
from ui.tour.stage import Stage

_WORDS = {
    "en": "The blue cups are back on the shelf, twelve of them. First come, first served.",
    "es": "Las tazas azules han vuelto a la estantería, doce en total. El que llega, elige.",
    "ar": "عادت الأكواب الزرقاء إلى الرف، اثنا عشر كوبًا. من يصل أولًا يختر أولًا.",
    "fa": "فنجان‌های آبی به قفسه برگشتند، دوازده تا. هر که زودتر برسد، زودتر برمی‌دارد.",
    "ja": "青い湯のみが棚に戻りました。全部で十二個です。早い者勝ちです。",
    "zh": "蓝色的杯子又上架了，一共十二只。先到先得，卖完为止。",
}


def compared(stage: Stage) -> None:
    x = stage.shop.clients.practice_x()
    text = _WORDS[stage.language]
    shown = f"{text} 🍵"
    x.script(Trouble(sort=Sort.DROP, method="POST", path="/2/tweets", accepted=False))
    type_text(stage.compose, text)
    stage.settle()
    stage.compose.bar.post_button.click()
    stage.settle()
    stage.pass_time(11)
    (post,) = (one for one in stage.queued() if one.text == text)
    stage.show_tab("queue")
    stage.queue.open_item(post.id)
    stage.settle()
    stage.expect("in doubt", post.state, State.CHECKING)
    stage.shoot("queue-looking", says=stage.queue.drawer.panel.says())
    handle = stage.account.handle or ""
    inspection.customer_writes(x, stage.clock.now(), text=shown, handle=handle)
    stage.pass_time(15)
    stage.queue.open_item(post.id)
    stage.settle()
    form = stage.queue.drawer.panel.doubt
    stage.expect("on X", form.cards[0].words.accessibleName(), shown)
    stage.shoot("queue-compare", says=stage.queue.drawer.panel.says())
    form.yes.click()
    stage.settle()
    stage.expect("it is there", stage.newest_sent().id, post.id)
    stage.queue.drawer.close_drawer()
    stage.show_tab("compose")
