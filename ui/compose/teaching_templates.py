"""Four threads that teach something, each with a place for one product.

What stands in braces is the owner's to fill: {product}, {price} and {link} by choosing a product,
the rest by hand. Written small, so that each part fits one post with its words filled in.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class TeachingTemplate:
    id: str
    name: str
    note: str
    parts: tuple[str, ...]


def teaching_templates() -> tuple[TeachingTemplate, ...]:
    """In the language that is spoken now."""
    return (_how_it_is_made(), _care_guide(), _myth_and_fact(), _step_by_step())


def _how_it_is_made() -> TeachingTemplate:
    translate = QCoreApplication.translate
    return TeachingTemplate(
        "how_it_is_made",
        translate("TeachingTemplates", "How it is made"),
        translate("TeachingTemplates", "From the raw material to the shelf"),
        (
            translate("TeachingTemplates", "How {product} is made, in five steps."),
            translate(
                "TeachingTemplates",
                "It begins with {material}. We choose it because {reason}.",
            ),
            translate(
                "TeachingTemplates",
                "Then comes the part that takes longest: {long step}. It takes {time}, and cannot "
                "be hurried.",
            ),
            translate(
                "TeachingTemplates",
                "What can go wrong here: {mistake}. That is why we check {check} each time.",
            ),
            translate(
                "TeachingTemplates",
                "And this is {product}, finished. {price}, here: {link}",
            ),
        ),
    )


def _care_guide() -> TeachingTemplate:
    translate = QCoreApplication.translate
    return TeachingTemplate(
        "care_guide",
        translate("TeachingTemplates", "Care guide"),
        translate("TeachingTemplates", "So that it lasts for years"),
        (
            translate(
                "TeachingTemplates", "How to look after {product}, so that it lasts for years."
            ),
            translate("TeachingTemplates", "Every day: {daily care}."),
            translate("TeachingTemplates", "Once in a while: {deep care}."),
            translate("TeachingTemplates", "Better not: {mistake}. It does harm because {reason}."),
            translate(
                "TeachingTemplates",
                "Something broke or faded? Ask us here. {product} is in the shop: {link}",
            ),
        ),
    )


def _myth_and_fact() -> TeachingTemplate:
    translate = QCoreApplication.translate
    return TeachingTemplate(
        "myth_and_fact",
        translate("TeachingTemplates", "Myth and fact"),
        translate("TeachingTemplates", "What many believe, and what is so"),
        (
            translate(
                "TeachingTemplates",
                "Three things that many believe about {subject}, and what is really so.",
            ),
            translate("TeachingTemplates", "Myth: {first myth}.\nFact: {first fact}."),
            translate("TeachingTemplates", "Myth: {second myth}.\nFact: {second fact}."),
            translate("TeachingTemplates", "Myth: {third myth}.\nFact: {third fact}."),
            translate(
                "TeachingTemplates",
                "What did you believe? If you want to try it yourself: {product}, {link}",
            ),
        ),
    )


def _step_by_step() -> TeachingTemplate:
    translate = QCoreApplication.translate
    return TeachingTemplate(
        "step_by_step",
        translate("TeachingTemplates", "Step by step"),
        translate("TeachingTemplates", "Something to do at home"),
        (
            translate(
                "TeachingTemplates",
                "How to {goal} at home. You need {time} and {things needed}.",
            ),
            translate("TeachingTemplates", "First: {first step}."),
            translate(
                "TeachingTemplates", "Then: {second step}. You can tell it is right when {sign}."
            ),
            translate("TeachingTemplates", "Last: {third step}. Done."),
            translate(
                "TeachingTemplates",
                "Show us yours. What we used: {product}, {price}. {link}",
            ),
        ),
    )
