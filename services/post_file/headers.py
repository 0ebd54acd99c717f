"""The names that people give to columns of posts, in the languages of the program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from services.post_file.values import Column
from services.text.fold import folded

_NAMES = {
    Column.TEXT: (
        "text, post, post text, tweet, tweet text, content, message, body, caption, copy, "
        "words, description, texto, publicación, publicacion, mensaje, contenido, نص, النص, "
        "المنشور, منشور, محتوى, المحتوى, تغريدة, الرسالة, متن, پست, نوشته, محتوا, پیام, "
        "توییت, متن پست, 本文, テキスト, 投稿, 内容, 文章, ツイート, 投稿文, 文本, 正文, "
        "推文, 帖子, 文案, 內容, 貼文, 文字"
    ),
    Column.DATE: (
        "date, day, publish date, post date, scheduled date, schedule date, fecha, día, dia, "
        "fecha de publicación, تاريخ, التاريخ, اليوم, تاريخ النشر, تاریخ, روز, تاریخ انتشار, "
        "日付, 日, 年月日, 投稿日, 公開日, 日期, 发布日期, 發布日期, 发布日"
    ),
    Column.TIME: (
        "time, hour, publish time, post time, scheduled time, at, hora, hora de publicación, "
        "وقت, الوقت, الساعة, ساعة, وقت النشر, ساعت, زمان, 時刻, 時間, 投稿時刻, 時, 时间, "
        "时刻, 發布時間, 发布时间, 钟点"
    ),
    Column.DATE_TIME: (
        "date and time, date time, datetime, date & time, when, scheduled, scheduled at, "
        "schedule, publish at, post at, due, due at, fecha y hora, cuándo, cuando, "
        "programado, التاريخ والوقت, موعد, الموعد, موعد النشر, تاریخ و ساعت, زمان انتشار, "
        "زمان‌بندی, 日時, 投稿日時, 公開日時, 予約日時, 日期时间, 日期和时间, 日期時間, "
        "计划时间, 預定時間"
    ),
    Column.ZONE: (
        "zone, time zone, timezone, tz, zona, zona horaria, huso horario, المنطقة الزمنية, "
        "منطقة زمنية, منطقه زمانی, タイムゾーン, 時間帯, 时区, 時區"
    ),
    Column.PICTURE: (
        "picture, pictures, image, images, photo, photos, media, image file, picture file, "
        "file, media file, imagen, imágenes, imagenes, foto, fotos, archivo, صورة, الصورة, "
        "صور, الصور, ملف الصورة, تصویر, تصاویر, عکس, عکس‌ها, پرونده, 画像, 写真, "
        "画像ファイル, ファイル, 图片, 圖片, 照片, 图像, 配图"
    ),
    Column.ALT_TEXT: (
        "alt, alt text, alternative text, image description, picture description, "
        "texto alternativo, descripción de la imagen, نص بديل, النص البديل, وصف الصورة, "
        "متن جایگزین, توضیح تصویر, شرح تصویر, 代替テキスト, 画像の説明, 替代文本, 替代文字, "
        "图片说明, 圖片說明"
    ),
    Column.LINK: (
        "link, url, web address, website, enlace, vínculo, vinculo, dirección web, رابط, "
        "الرابط, پیوند, لینک, リンク, URL, アドレス, 链接, 連結, 网址, 網址"
    ),
    Column.KIND: (
        "kind, type, category, topic, tipo, clase, categoría, categoria, نوع, النوع, فئة, "
        "دسته, نوع پست, 種類, 種別, カテゴリ, 类型, 類型, 类别, 分类"
    ),
}


def column_named(header: str) -> Column:
    """IGNORED for a name that says nothing."""
    return _known().get(folded(header).strip(" :*#_-"), Column.IGNORED)


def known_headers(cells: Sequence[str]) -> int:
    return sum(column_named(cell) is not Column.IGNORED for cell in cells)


def is_heading(cells: Sequence[str]) -> bool:
    """Names of columns, and nothing as long as a post or as exact as a time."""
    named = known_headers(cells)
    short = all(len(cell) <= 40 and not any(c.isdigit() for c in cell) for cell in cells)
    return named > 0 and (short or named * 2 >= len(cells))


@cache
def _known() -> dict[str, Column]:
    return {
        folded(name).strip(): column
        for column, names in _NAMES.items()
        for name in names.split(",")
    }
