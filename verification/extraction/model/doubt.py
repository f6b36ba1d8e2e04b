"""Words with which articles deny, doubt and leave open."""

import re

from .words import words
from .worth import listed

NOT = r"(?:\s?not|n['’]t)"
UNVERIFIED = re.compile(
    listed(
        rf"""
        (?:could|can|has|have|had){NOT}_(?:yet_)?(?:be_|been_)?(?:(?:immediately|independently|fully)_)*(?:verif|confirm)\w*
        (?:unable|not_able|impossible|not_possible|difficult)_to_(?:(?:immediately|independently|fully)_)*(?:verify|confirm)
        no_(?:\w+_)?(?:confirmed|independent|official|verified|credible)_(?:\w+_)?(?:documentation|confirmation|figures?)
        no_(?:\w+_)?(?:confirmed|independent|official|verified|credible)_(?:\w+_)?(?:evidence|proof|reports?|verification)
        no_(?:evidence|proof|confirmation|documentation)_(?:of|that|for|to)
        (?:is|was|remains?|remained|are|were)_(?:not_(?:immediately_|yet_)?(?:clear|known|confirmed)|unclear|unknown)
        neither_\w+_(?:could|can|has|have|was)_(?:be_|been_)?(?:(?:immediately|independently)_)*(?:verif|confirm)\w*
        unverified unconfirmed without_(?:providing|giving|offering)_(?:any_)?(?:evidence|proof)
        did{NOT}_(?:immediately_)?(?:confirm|verify) (?:has|have)_yet_to_(?:confirm|verify|be_(?:confirmed|verified))
        """.replace(r"n['’]t", "n['’]t"),
        after="",
    )
    + r"|نتوانست\w*[^.]{0,40}(?:تأیید|تایید)|(?:تأیید|تایید) نشده|به‌طور مستقل|به طور مستقل|بررسی مستقل"
    + r"|لم يتسن|لم يتم التحقق|من مصدر مستقل|بشكل مستقل"
    + r"|не (?:удалось|может|могут) (?:независимо )?(?:подтвердить|проверить)|не подтвержден"
    + r"|независимо (?:подтвердить|проверить)"
    + r"|pas pu (?:être )?(?:vérifi|confirm)\w*|de source indépendante|de manera independiente"
    + r"|no (?:se )?(?:ha |han |pudo |pudieron )?(?:podido )?(?:verificar|confirmar)"
)
DENIES = re.compile(
    listed(
        r"""
        den(?:y|ies|ied|ying)_(?!entry|access) refut(?:es?|ed|ing) rebuff(?:s|ed)
        (?:reject|dismiss)(?:s|es|ed|ing)?_(?:\w+_){0,4}(?:claims?|allegations?|accusations?|reports?|charges?|figures?)
        (?:reject|dismiss)(?:s|es|ed|ing)?_(?:\w+_){0,4}(?:results?|suggestions?|findings?)
        not_(?:involved_in|responsible_for|behind) no_involvement_in
        found_no_(?:evidence|proof|signs?|indications?|link)
        """,
        after="",
    )
    + r"|(?:رد|تکذیب) (?:کرد|می‌کن|نمود)|نفى|نفت |опроверг|отрица|відкида|заперечу|dément|nie (?:toute|avoir)|rejette"
    + r"|\bniega|\bnegó|desmint|rechaz"
)
CONTRADICTS = re.compile(
    r"^(?:but|however|yet|meanwhile)\b.{0,80}\b(?:claimed|accepted|admitted|took) responsib|\bnot clear why\b"
    r"|\b(?:contradict(?:s|ed|ing)?|at odds with|disput(?:e[sd]|ing)|contrary to|inconsistent with)\b"
)
NOT_DENIED = re.compile(
    r"\bden(?:y|ied|ies) (?:entry|access|a visa|bail)\b|\breject\w* (?:the )?(?:offer|proposal|talks|deal|call)"
)
GENERAL = re.compile(
    r"\b(?:claims?|allegations?|accusations?|reports?|figures?|tolls?|assertions?|accounts?|statements?|charges?"
    r"|numbers|details|it|this|that|them|these|those)\b(?! (?:that|of) )"
    r"|این (?:ادعا|اتهام|گزارش|خبر)|هذه (?:المزاعم|الاتهامات"
    r"|الأنباء)|эт[аиоу]\w* (?:обвинен|сообщен|информац|заявлен)\w*"
    r"|ces (?:accusations|allégations|informations)|est[ao]s (?:acusaciones|informaciones|afirmaciones)"
)
ACCUSATION = re.compile(r"\b(?:charges?|accusations?|allegations?)\b")
SEVERAL = re.compile(
    r"\b(?:neither|none of|both|these|their|such|the) (?:\w+ )?"
    r"(?:accounts|claims|reports|figures|versions|statements|numbers)\b"
    r"|\bneither (?:account|claim|report|figure|version|side)\b|گزارش‌ها|ادعاها"
)
# "…, but the report was not confirmed": the doubt is about the sentence itself.
OF_ITSELF = re.compile(
    r"\b(?:but|although|though) (?:the|this|that) \w+ (?:\w+ )?(?:not|un)\s?\w*(?:confirmed|verified)"
)
COMMON = words(
    """
    the and that this with from for was were has have had been not are but his her their its their they them who whom
    which what when where while will would could can may might about after before over under into than then there these
    those also more most other some any all such only said says saying told tell according claim claims claimed
    clear why because hence however although several various many new year years day days week month against
    deny denies denied unable verify verified confirmed independently extent part made make people country countries
    between during since until both each one two three first last recent recently part group groups leader
    """
)
