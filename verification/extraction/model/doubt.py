"""Words with which articles deny, doubt and leave open."""

import re

from .gated import Gated
from .untrue import REPORT, STRESSED, UNTRUE
from .worth import listed

LETTERS = re.compile("[\u00c0-\u06ff]")  # of other scripts, and with accents


class Pattern:
    """Words of English, and of other languages, which are only looked for where their letters or parts stand."""

    def __init__(self, english: str, other: str, parts: str, *, needs: str) -> None:
        self._english, self._other = Gated(english, needs), Gated(other, parts)

    def search(self, lowered: str) -> re.Match[str] | None:
        found = self._english.search(lowered)
        if found is not None:
            return found
        is_other = not lowered.isascii() and LETTERS.search(lowered)
        return (self._other.pattern if is_other else self._other).search(lowered)


SURE = r"(?!(?:may|might|could|would|can|should)\b)\w+"  # not "may be wrong"
NOT = r"(?:\s?not|n?['’]t)"
UNVERIFIED = Pattern(
    listed(
        rf"""
        (?:could|can|has|have|had|was|were){NOT}_(?:yet_)?(?:be_|been_)?(?:able_to_)?(?:\w+ly_)*(?:verif|confirm)\w*
        (?:could|can|has|have|had|was|were){NOT}_(?:yet_)?(?:be_|been_)?(?:\w+ly_)*(?:corroborat|substantiat)\w*
        (?:could|can|has|have|had|was|were){NOT}_(?:yet_)?(?:be_|been_)?(?:\w+ly_)*(?:authenticat|prove[dn])\w*
        (?:could|can|has|have|had|was|were){NOT}_(?:yet_)?(?:be_|been_)?(?:\w+ly_)*(?:establish|determin|ascertain)\w*
        (?:could|can|has|have|had|was|were){NOT}_(?:yet_)?(?:be_|been_)?(?:\w+ly_)*(?:check|examin)ed
        not_(?:\w+ly_|been_|yet_)+possible_to_(?:\w+ly_)*(?:verify|confirm|check|establish)
        (?:could|can){NOT}_(?:\w+ly_)?(?:check|vouch_for)_(?:either|any|this|that|these|those|it|them)
        (?:prevent|hamper|imped|hinder|preclud)\w*_(?:\w+_){{0,2}}verification
        never_(?:yet_)?been_(?:\w+ly_)*(?:established|determined|clarified|explained|settled)
        no_way_(?:to_(?:\w+ly_)?|of_(?:\w+ly_)?)(?:verify|confirm|check)\w*
        (?:declin|refus)(?:e|es|ed|ing)_to_(?:\w+ly_)?(?:confirm|verify)
        neither_[^.;]{{1,60}}_nor_[^.;]{{1,60}}_(?:would|could)_(?:\w+ly_)?(?:confirm|verify)
        no_(?:official|independent|final)_(?:\w+_)?(?:count|tally|toll|results?|data)_(?:has|have|had|is|was|are|were)_
        no_information_to_(?:\w+ly_)?(?:corroborate|confirm|verify|support|substantiate)
        (?:has|have|had|was|were){NOT}_been_able_to_(?:\w+ly_)?(?:reach|visit|check|access|establish|speak)
        (?:unable|not_able|impossible|not_possible|difficult|hard)_(?:for_\w+_)?to_(?:\w+ly_)*(?:verify|confirm)
        unable_to_(?:\w+ly_)?(?:establish|find|locate|substantiate|corroborate|trace|check)
        (?:not|never)_(?:yet_)?(?:been_|be_)?(?:\w+ly_)*(?:verified|confirmed|corroborated|substantiated|authenticated)
        no_(?:\w+_)?(?:confirmed|independent|official|verified|credible|public)_(?:\w+_)?(?:documentation|confirmation)
        no_(?:\w+_)?(?:confirmed|independent|official|verified|credible|public)_(?:\w+_)?(?:evidence|proof|figures?)
        no_(?:\w+_)?(?:confirmed|independent|official|verified|credible|public)_(?:\w+_)?(?:reports?|verification)
        no_(?:evidence|proof|confirmation|documentation)_(?:of|that|for|to)
        no_(?:immediate|independent)_(?:confirmation|verification)
        (?:nobody|no_one|neither_\w+|none_of_(?:\w+_)?\w+)_(?:could|can|has|have|was|were)_(?:be_|been_)?(?:\w+ly_)*(?:verif|confirm)\w*
        (?:nobody|no_one)_(?:\w+_){{1,2}}(?:could|can|has|have|had|was|were)_(?:be_|been_)?(?:\w+ly_)*(?:verif|confirm|check)\w*
        (?:none|nothing|little|not_much)_(?:of_(?:this|that|it)_)?(?:could|can)_be_(?:\w+ly_)*(?:check|verif|confirm|corroborat)\w*
        none_of_(?:this|that|it)_ha[sd]_been_(?:\w+ly_)*(?:check|verif|confirm|corroborat)\w*
        (?:nobody|no_one)_independent(?:ly)?_(?:to|who|could|can|was|has)
        no_independent_(?:account|source|witness|observer|journalist|reporter)s?
        (?:would|could)_confirm_(?:nothing|neither|none)
        not_in_a_position_to_(?:\w+ly_)?(?:confirm|verify)
        (?:could|can){NOT}_(?:\w+ly_and_)?(?:[\w-]+_){{0,3}}(?:verify|confirm)\b
        did{NOT}_(?:provide|offer|give|present|produce|show|cite)_(?:any_|further_)?(?:evidence|proof)
        impossible_to_(?:verify|confirm|check) (?:can|could)not_be_(?:\w+ly_)?(?:verified|confirmed|checked|ruled_in)
        unverified unconfirmed uncorroborated unsubstantiated without_(?:providing|giving|offering)_(?:any_)?evidence
        without_(?:providing|giving|offering)_(?:any_)?proof
        (?:gave|given|giving|offered|provided|produced|presented|cited|shown)_no_(?:evidence|proof)
        did{NOT}_(?:\w+ly_)?(?:confirm|verify|provide_(?:any_)?evidence|offer_(?:any_)?evidence)
        (?:has|have)_yet_to_(?:confirm|verify|be_(?:\w+ly_)?(?:confirmed|verified))
        (?:neither|nor)_confirm(?:ed|s)?_(?:n?or_)?(?:den(?:y|ied|ies))?
        """,
        after="",
    ),
    r"نتوانست\w*[^.]{0,40}(?:تأیید|تایید)|(?:تأیید|تایید) نشده|به‌طور مستقل|به طور مستقل|بررسی مستقل"
    r"|لم يتسن|لم يتم التحقق|من مصدر مستقل|بشكل مستقل"
    r"|не (?:удалось|может|могут) (?:независимо )?(?:подтвердить|проверить)|не подтвержден"
    r"|независимо (?:подтвердить|проверить)"
    r"|не (?:вдалося|може|можуть|вдається) (?:незалежно )?(?:підтвердити|перевірити)|не підтверджен"
    r"|په خپلواک\w* (?:توګه|ډول)|(?:تایید|تأیید) (?:شوې|شوی|شوي) نه|نه (?:ده|دی|دي) (?:تایید|تأیید) شو"
    r"|не подтвержд|проверить [^.]{0,60}невозможно|не (?:представляется|удается) возможн|независимого подтверждения"
    r"|не підтвердж|(?:перевірити|підтвердити) [^.]{0,60}неможливо|неможливо [^.]{0,40}(?:перевірити|підтвердити)"
    r"|незалежного підтвердження|لم (?:نتمكن|يتمكن)|لا يمكن التحقق|تعذر التحقق|(?:تأیید|تایید) ن"
    r"|pas été (?:en mesure|confirmé)|impossible (?:de|à) vérifier|pas confirmé"
    r"|sin (?:aportar|presentar|ofrecer) pruebas"
    r"|no (?:se )?(?:pudo|pudieron|fue posible) (?:ser )?(?:verific|confirm|comprob)\w*"
    r"|pas pu (?:être )?(?:vérifi|confirm)\w*|de source indépendante|de manera independiente"
    r"|no (?:se )?(?:ha |han |pudo |pudieron )?(?:podido )?(?:verificar|confirmar)"
    r"|no (?:ha|han) (?:sido|podido ser) (?:verificad|confirmad|comprobad|contrastad)\w*"
    r"|(?:aucune|sans) (?:confirmation|preuve)|(?:ninguna|sin) (?:confirmación|prueba)|n['’]est pas confirmé"
    r"|(?:официального|независимого) подтверждения [^.]{0,60}\bнет\b|подтверждений [^.]{0,40}\bнет\b"
    r"|(?:офіційного|незалежного) підтвердження [^.]{0,60}\bнемає\b|підтверджень [^.]{0,40}\bнемає\b"
    r"|(?:перевірити|підтвердити) [^.]{0,60}не (?:вдалося|вдається)"
    r"|(?:проверить|подтвердить) [^.]{0,60}не (?:удалось|удаётся|удается)"
    r"|(?:aucune|nulle) (?:source|autorité|instance)|sans que (?:cela|cette|ces?|l['’]) ?[^.]{0,40}(?:confirm|vérifi)"
    r"|(?:non|jamais été) (?:confirm|vérifi)é|ninguna fuente|sin (?:confirmar|verificar)|неподтвержд|непідтвердж"
    r"|n['’](?:a|ont|avait|avaient) pas permis d[e'’] ?(?:établir|confirmer|vérifier|déterminer)"
    r"|rest\w+ (?:\w+ )?à (?:confirmer|vérifier|établir)|n['’](?:a|ont) pu (?:être )?(?:vérifi|confirm|authentifi)"
    r"|de (?:manière|façon) indépendante|de forma independiente|por confirmar(?:se)?\b|por verificar(?:se)?\b"
    r"|no (?:se )?(?:ha |han |pudo |pudieron )?(?:podido )?(?:contrastar|comprobar|corroborar)\b"
    r"|независимых подтверждений|незалежних підтверджень|не (?:удаётся|удается) (?:\w+ )?(?:подтвердить|проверить)"
    r"|no hay confirmación|لم (?:تؤكد|يؤكد)|نه (?:ده|دی|دي) (?:تایید|تأیید) کړ"
    r"|غير مؤكد|لم تتأكد|لم يصدر تأكيد"
    r"|لم يُ?عرف|لا يُ?عرف|لم يتأكد|تعذّر"
    r"|(?:دون|من غير) (?:تقديم|أن [يت]قدم)[^.]{0,15}(?:دليل|أدلة)"
    r"|لم [يت]قدم(?:وا)?[^.]{0,20}(?:دليل|أدلة|إثبات)"
    r"|(?:نه|هیچ) [^.]{0,60}مستقل[^.]{0,20}(?:تأیید|تایید)|راستی.?آزمایی"
    r"|(?:مدرک|سند|شواهد|مدارک)[^.]{0,20}(?:ارائه|نشان) ن"
    r"|بدون ارائهٔ? [^.]{0,12}(?:مدرک|سند|شواهد|مدارک)"
    r"|ثبوت[^.]{0,20}(?:نه و\b|نشته|نه لري|نه دی)"
    r"|لا يمكن (?:التأكد|تأكيد)|لم (?:يمكن|نستطع|تستطع|يستطع) [^.]{0,20}(?:التحقق|التأكد)|دون (?:التحقق|تأكيد)",
    "aucune sans_ ninguna n'est n’est pas_ no_pud no_ha no_se_ no_fue no_c sin_ pas_permis reste_ restait_"
    " a_pu ont_pu de_forma por_conf por_verif source_ind manera_ind impossible",
    needs="position"
    " check examined official final independent verif confirm corroborat substantiat authenticat prove establish"
    " determin ascertain information able evidence proof documentation figure report",
)
# A question that stays open: it doubts a claim only where it names what that claim says.
OPEN = Gated(
    r"\b(?:is|was|remains?|remained|are|were)_(?:still_|also_)?(?:not_(?:\w+ly_|yet_)*(?:clear|known)|unclear|unknown)"
    r"|\b(?:isn|wasn|aren|weren)['’]t_(?:\w+ly_|yet_)*(?:clear|known)".replace("_", r"\s"),
    "clear known",
)
# The same in other languages.
OPEN_ABROAD = re.compile(
    r"неизвестн|непонятн|неясн|невідом|незрозуміл|(?:reste|demeure)\w* (?:inconnu|flou|incertain)|on ignore\b"
    r"|pas (?:encore )?(?:clair|établi)|se desconoce|no está claro|aún no se sabe|(?:روشن|مشخص|معلوم) نیست"
    r"|لم يتضح|غير واضح|ليس واضحا|غير معروف|معلومه نه ده|څرګنده نه ده"
    r"|(?:روشن|معلوم|مشخص) ن(?:شده|می.?کند)|نامعلوم|در (?:پردهٔ?|هالهٔ?).{0,8}ابهام|مجهول"
)
# A flat no, of the article itself and in somebody's mouth.
FLATLY = re.compile(
    r"(?:but )?(?:it|they|he|she|that|this) (?:does|do|did|is|are|was|were|has|have)(?: not|n['’]t)(?:[:;]| [–—-] )"
)
NO = re.compile(
    r"[“\"‘'](?:no|nonsense|rubbish|wrong|false|not true|untrue|lies|absolutely not|not at all"
    r"|of course not)[,.!:]"
)
DENIES = Pattern(
    listed(
        r"""
        (?<!not_)(?<!never_)(?<!n['’]t_)(?<!cannot_)(?<!nor_)(?<!would_)(?<!could_)(?<!can_)(?<!will_)(?<!may_)(?<!might_)(?<!who_)(?<!s_to_)(?<!n_to_)(?<!no_)(?<!t_to_)(?<!hard_to_)(?<!be_to_)den(?:y|ies|ied|ying)\b(?!_(?:entry|access|of_service|the_way|the_power|poor|class))
        despite_(?:\w+_){0,3}denials? issued_(?:\w+_)?denials? (?<!who_)(?:was|were|is|are)_not_involved\b(?!_with)
        pleads?_not_guilty pleaded_not_guilty pleading_not_guilty
        (?:maintain|protest|insist)(?:s|ed|ing)?_(?:on_)?(?:his|her|their)_innocence
        (?:says?|said|insists?|insisted|maintains?|maintained)_(?:that_)?(?:he|she|they)_(?:is|was|are|were)_innocent
        (?:the_)?(?:result|product|work|part)_of_(?:\w+_){0,2}(?:propaganda|disinformation|misinformation)
        (?:prove[dns]?|turn(?:s|ed)?_out)_(?:to_be_)?(?:false|untrue|wrong|incorrect|baseless|unfounded)
        (?:proven|been_shown)_(?:to_be_)?(?:false|untrue|wrong)
        not_what_(?:the|his|her|their|our)_(?:\w+_){0,2}(?:show|shows|say|says|showed|said|suggest|suggests|found)
        (?:video|footage|photos?|pictures?|images?)_(?:was|were)_(?:actually_|in_fact_|digitally_)?(?:doctored|manipulated|staged|generated)
        (?:video|footage|photos?|pictures?|images?)_(?:was|were)_(?:actually_|in_fact_)?(?:filmed|taken|shot|recorded)_in_another
        (?:video|footage|photos?|pictures?|images?)_(?:was|were)_(?:actually_|in_fact_)?(?:filmed|taken|shot|recorded)_(?:in_\w+_|\w+_)?(?:in|years?)_(?:\d{4}|earlier|ago|before)
        (?:is|are|was|were|remain|remains)_(?:deeply_|highly_)?(?:sceptical|skeptical|unconvinced)\b(?!_(?:of|about)_(?!(?:\w+_){0,3}(?:claims?|accounts?|reports?|figures?|numbers?|version|findings?|results?|it|this|that)\b))
        (?:economists|experts|analysts|critics|scientists|doctors|researchers|observers|residents|officials|many|some|others)_(?:doubt|question|dispute|contest|challenge)_(?:the|that|whether|this|those|these|his|her|their|its|it)
        disagree[sd]?_(?:in_part|strongly) not_(?:\w+ly_)?(?:persuaded|convinced)
        (?:brush|wav|shrug|laugh)(?:ged|ed|s|es)_(?:it|them|this|that|these|those|the_\w+|such_\w+)_(?:aside|away|off)
        (?:brush|wav|shrug|laugh)(?:ged|ed|s|es)_(?:aside|away|off)_(?:\w+_){0,3}(?:claims?|reports?|allegations?|accusations?)
        (?:brush|wav|shrug|laugh)(?:ged|ed|s|es)_(?:aside|away|off)_(?:\w+_){0,3}(?:criticisms?|concerns?|suggestions?|it|this|that)
        scoff(?:ed|s)_at pour(?:ed|s)_(?:cold_water|scorn)_on
        t(?:ook|akes)_issue_with_(?:\w+_){0,3}(?:claims?|accounts?|reports?|figures?|findings?|description|characteri[sz]ation|version|suggestion|accusations?|it|this|that)\b
        beg(?:ged|s)_to_differ
        refut(?:es?|ed|ing)
        rebuff(?:s|ed)_(?:\w+_){0,3}(?:claims?|accusations?|allegations?|charges?|suggestions?|criticism|it|them|this|that|these|those)\b
        (?<!must_)(?<!should_)rebut(?:s|ted|ting)?\b debunk\w*
        (?:reject|dismiss)(?:s|es|ed|ing)?_(?:\w+_){0,4}(?:claims?|allegations?|accusations?|reports?|charges?|figures?)
        (?:reject|dismiss)(?:s|es|ed|ing)?_(?:\w+_){0,4}(?:results?|suggestions?|findings?|versions?|accounts?|criticism)
        (?<!could_)(?<!can_)(?<!would_)(?<!might_)(?:reject|dismiss)(?:s|es|ed|ing)?_(?:it|them|this|that|these|those)\b(?=[,.;:”"]|$|_(?:and|but|as|in|on|saying|out)\b)
        (?:reject|dismiss)(?:s|es|ed|ing)?_(?:\w+_){0,4}(?:numbers?|outcome|assertions?|statements?|study|letter|poll|remarks)
        (?:reject|dismiss)(?:s|es|ed|ing)?_(?:\w+_){0,4}(?:tally|toll|narrative|notion|assessment|conclusions?|rumou?rs?|story)
        refus(?:e|es|ed|ing)_to_(?:recogni[sz]e|accept|acknowledge)_(?:\w+_){0,4}(?:results?|outcome|findings?|figures?|verdict|defeat)
        (?:does|do|did|would|will)_not_(?:recogni[sz]e|accept)_(?:\w+_){0,4}(?:results?|outcome|findings?|figures?|verdict)
        (?:do|does|did)_not_support (?:knew|known)_nothing_(?:of|about) had_no_(?:knowledge|part) never_took_place
        rubbish(?:ed|es) (?:hit|hits|pushed|lashed|fired)_back_at
        rul(?:ed|es|ing)_out_(?:\w+_){0,2}(?:links?|involvement|connection|role|foul|sabotage|possibility)
        (?:overstat|exaggerat|inflat|understat|misstat|downplay)(?:ed|es|ing|e|s)?_(?:\w+_){0,2}(?:toll|figures?|numbers?|extent|scale)
        express(?:ed|es|ing)?_(?:\w+_){0,2}(?:scepticism|skepticism|doubts?)\b(?!_(?:about|over)_(?:\w+_){0,3}(?:qualifications|fitness|future|project|plans?|prospects|ability|chances))
        (?:sceptical|skeptical)_(?:of|about)_(?:\w+_){0,3}(?:claims?|accounts?|reports?|figures?|numbers?|version|findings?|results?|it|this|that)\b
        (?<!any_)(?<!no_)(?<!remaining_)(?<!the_)(?<!about_)(?<!without_)doubt(?:s|ed)_(?:the|that|whether|this)\b
        questioned_(?:that|whether|the|this)\b(?!_(?:[\w’']+_){0,2}(?:identity|loyalty|wisdom|need|decision|motives?|fitness|temperament|faith|man|woman|men|suspects?|witness(?:es)?|driver|health)\b)
        no_merit no_basis_in no_such_(?:incident|attack|strike|thing|event|order|meeting|deal|agreement|plan)
        (?:doesn['’]t|does_not|did_not|didn['’]t|don['’]t|do_not)_have_(?:any_)?merit
        ['‘“"]?(?:second_|third_|new_)?(?:false|bogus|baseless|fabricated)_(?:claims?|reports?|accusations?|allegations?)
        not_(?:involved_in|responsible_for|behind) no_(?:involvement|role|part|hand)_in no_truth_(?:in|to)
        (?:taken|quoted)_out_of_context fact-?check\w*_(?:\w+_){0,3}(?:found|established|concluded|showed|rated)
        (?:tell|tells|told|give|gives|gave|offer|offers|offered)_an?(?:other|_(?:very_|quite_)?different)_(?:story|account|version|picture)
        not_an?_(?:shred|word|grain|ounce|iota)_of_truth none_of_(?:it|this|that)_(?:is|was)_true
        the_(?:opposite|reverse)_(?:is|was)_true
        (?:does|do|did)_not_recogni[sz]e_(?:the|this|that)_(?:events|description)
        (?:does|do|did)_not_recogni[sz]e_(?:the|this|that)_(?:accounts?|picture|characteri[sz]ation)
        (?:true|real|actual)_(?:figure|number|toll|total)_(?:is|was)_(?:\w+_)?(?:lower|higher|smaller|greater)
        st(?:ood|ands?|anding)_by_(?:his|her|its|their|the)_(?:claims?|accounts?|story|reports?|reporting|figures?|count)
        st(?:ood|ands?|anding)_by_(?:his|her|its|their|the)_(?:numbers?|statements?|findings?|version|words)
        did_no_such_thing nothing_(?:unlawful|illegal|wrong(?!_with)|improper)
        (?:is|are|was|were)_(?:not_|un)aware_of_any
        disagree(?:s|d)?_(?:\w+_){0,2}with_(?:those|these|that|the|this)_(?:\w+_)?(?:claims?|allegations?|findings?|account|conclusions?)
        nothing_of_the_(?:kind|sort) nothing_to_do_with never_happened did_not_happen
        (?<!not_)(?:rejected|dismissed|disputed|refuted|contested|challenged|ridiculed|contradicted)_by\b
        (?<!hard_to_)(?<!difficult_to_)disput(?:e[sd]?|ing)_(?:the|this|that(?!_ha[sd]_)|his|her|their|its|those|these|any|it|them)\b
        (?:cast|casts|throws?|threw)_doubt_on called_into_question
        (?:was|were|been)_(?:\w+ly_)?(?:rejected|disputed|refuted|contested|debunked|discredited|disproved|disproven)
        (?:show|shows|showed|suggests?|suggested|proves?)_(?:otherwise|the_opposite)
        (?:challeng|question)(?:es?|ed|s|ing)_(?!result)(?:\w+_){0,2}(?:claims?|accounts?|figures?|version|findings?|allegations?|numbers?|accuracy|validity|credibility|authenticity|evidence|results?|statistics|data|explanation|legality|fairness)
        """,
        after="",
    )
    + r"|\b(?:is|was) not (?:so(?! \w)|the case)\b|^[“\"]?(?:not so(?! \w)|(?:he|she|they) lied)\b"
    + rf"|\b(?:{REPORT} (?:{SURE} ){{0,2}}|(?:it|this|these|those|they) (?:{SURE} ){{0,2}}|that (?:\w+ly )?)"
    + r"(?:is|was|are|were|as|be)"
    + rf" (?:\w+ly |all |simply |an? |[“\"‘']?\w+ and )*[“\"‘']?{STRESSED}{UNTRUE}\b"
    + rf"|\bwhat (?:[\w’']+ ){{1,4}}(?:is|was) (?:\w+ly |simply |an? )*{STRESSED}{UNTRUE}\b"
    + rf"|\b(?:it|that)['’]s (?:\w+ly |all |just |simply |an? )*{STRESSED}{UNTRUE}\b"
    + rf"|\b{REPORT} (?:that|of|in|about|by|on|from|made) [^.;]{{1,80}}? (?:is|was|are|were|be)"
    + rf" (?:\w+ly |all |simply |an? )*{UNTRUE}\b"
    + r"|\b(?:call|describ|brand|label|denounc|slamm|term|decri|condemn|dismiss|reject|consider)\w* (?:as )?"
    + r"(?:[\w’'-]+ ){0,12}?(?:as )?[“\"‘']?(?:\w+ly )?(?:\w+ and )?(?:an? )?(?:\w+ )?"
    + rf"[“\"‘']?{UNTRUE}\b",
    r"(?:رد|تکذیب) (?:کرد|می‌کن|نمود)|نفى|نفت |опроверг|отрица|відкида|заперечу|dément|nie (?:toute|avoir)|rejette"
    r"|(?<!\bse )\b(?:niega|negó|negaron)\b|desmint|desmient|rechaz|refut[óa]|infundad|sin fundamento|\bmentira"
    r"|\bfals[oa]s?\b"
    r"|démenti|réfut|\bconteste(?:nt)?\b|contesté|infondé|sans fondement|mensong|balay[éae]|\bnient?\b|\bfausses?\b"
    r"|clam\w+ (?:son|leur) innocence|se (?:dit|disent|dise) innocente?s?|plaid\w+ non coupable"
    r"|se (?:declar[aóo]\w*|dice|considera) inocentes?|відкинул|відкидают"
    r"|rejeté (?:c|les |tout|en bloc|catég|l[’']accus)"
    r"|опроверж|отверг|\bложь|\bлож[ью]|лжив|фейк|клевет|беспочвен|голословн|недостоверн|дезинформ"
    r"|спростов|спростув|заперечи|брехн|наклеп|безпідстав|неправд|вигад|дезінформ"
    r"|не соглас(?:ил|ен|н)|не соответству\w+ действительности|назва\w+ [^.,]{0,40}(?:скандальн|абсурд|неправд)|неправд"
    r"|выдумк|непричаст|не погоди|не відповіда\w+ дійсності|непричетн|récus|s['’]inscri\w+ en faux|n['’]est pas vrai"
    r"|n['’]en est rien|\bc['’]est faux|no es (?:cierto|verdad)|\bdescart[óa]"
    r"|^[«“\"]?\s?faux\b|(?:est|sont|était|étaient|serait) faux\b|n['’]est pas exact|\bce n['’]est pas le cas"
    r"|(?:affirm|assur|jur|soutien|souten|maintien|dit|disent|répèt)\w* (?:n['’](?:avoir|être) (?:pas|jamais|rien)"
    r"|ne (?:pas|jamais|rien) )"
    r"|(?:souten\w+|soutien\w*|affirm\w+|dit|assur\w+) (?:l['’]inverse|le contraire)|(?:sostuv\w+|afirm\w+|dijo"
    r"|dice|asegur\w+) lo contrario"
    r"|no es así\b|^[«“\"]?(?:jamás|nunca)\b|(?:asegur|afirm|sosten|sostien|sostuv|reiter|dice|dijo)\w* (?:no|nunca"
    r"|jamás) (?:haber|ser|tener)"
    r"|это не так\b|не име(?:ет|ют) (?:никакого )?отношения|\bце не так\b|не ма(?:є|ють) (?:жодного )?стосунку"
    r"|(?:утвержда|заяви)\w+ обратное"
    r"|\ba (?:negar|desmentir|rechazar)\b|no (?:encontr|hall|detect)\w+ (?:\w+ )?(?:pruebas?|indicios?|evidencias?"
    r"|rastros?)\b"
    r"|no hay (?:pruebas?|indicios?|evidencias?|constancia) (?:de|que)|n['’](?:a|ont|avait) (?:trouvé|relevé"
    r"|constaté|décelé) aucun"
    r"|aucun(?:e)? (?:preuve|élément|indice) (?:ne|n['’])"
    r"|не (?:нашл|обнаруж|выяви)\w+ (?:\w+ )?(?:доказательств|следов|подтвержд|признак)"
    r"|не (?:знайшл|виявил)\w+ (?:\w+ )?(?:доказ|слід|ознак|підтвердж)"
    r"|غير صحيح|\bو?فنّ?د |دحض|نفوا|ينفون|درست نیست|(?:صحت|حقیقت|واقعیت) ندارد|خلاف واقع|شایعه|سمه نه ده|حقیقت نه لري"
    r"|بی.?اساس|دروغ|نادرست|کذب|ينفي|تنفي|لا أساس|لا صحة|كاذب|رد کړ|ردوي|بې بنسټه"
    r"|\b[وف]?(?:كذّ?ب(?:ت|وا)?|[تي]كذّ?ب|أنكر(?:ت|وا)?|[تي]نكر|نافي(?:ا|ة|اً|ةً))\s"
    r"|عار(?:ية)? (?:عن|من) الصحة|لا (?:صلة|علاقة) ل"
    r"|مفبرك|ملفق|مغلوط|غير دقيق|نمی.?پذیر|نپذیرف|بی.?پایه|تکذیب|منتفی دانست"
    r"|انکار (?:کرد|می)|نه مني|ونه منل|بې بنسټ|له بنسټه|ناسم",
    "nieg neg desm rechaz refut infund mentira fals sin_ rejet contest mensong nie faux vrai en_est_rien cierto"
    " verdad descart contraire contrario exact nunca a_neg a_desm a_rech no_encontr no_hall no_detect no_hay aucun",
    needs="""
    guilty innocen propaganda prove_ proved proven proves turn manipul staged generated filmed taken shot recorded
    convinced what_ disagree persuaded aside away off_ off. scoff scorn cold_water issue_with differ another_
    garbage laughable ludicrous merit tendentious unsupported malicious far-fetched made_up made-up credible libel
    true shred reverse defamatory hogwash conspiracy set-up unscientific aware stood_by stands_by standing_by lied
    absurd accept accura back baseless basis behind bias bogus context contest contradict correct count debunk deni
    deny different disc disinfo dismiss disprov disput distort doctored doubt downplay exagger fabricat fact fake
    false fiction flawed forg foundation grapes hand happen hearsay hoax inflat invol issued knew known knowl lie
    misinfo mislead misstat motivated myth nonsense not_so objective opposite otherwise overstat part place
    politici preposterous propaganda question rebuff rebut recogni refus refut reject responsib ridicul role rubbish
    rul rumo sceptic sham sided skeptic slander smear speculati story such support the_case too_ true truth nothing
    understat undercount unfair unfounded groundless unjustified unproven unreliable wrong zero challeng
    """,
)
FINDS_NOT = Gated(
    r"\b(?:found|seen|saw|finds|see|find|discovered|detected) no (?:\w+ )?"
    r"(?:evidence|proof|signs?|indications?|links?|traces?)\b"
    r"|\b(?:had|has|have|holds?|held|kept) [“\"]?no (?:\w+ )?"
    r"(?:record|knowledge|indication|trace)s? (?:of|that|about)\b",
    "evidence proof sign indication link trace record knowledge",
)
# What a newsroom could not verify although it names no claim.
FOOTAGE = re.compile(
    r"\b(?:footage|videos?|images?|pictures?|photographs?|photos?|recordings?|documents?|letters?|tolls?|authenticity|posts?|clips?|genuine)\b"
)
CONTRADICTS = Gated(
    r"^(?:but|however|yet|meanwhile)\b.{0,80}\b(?:claimed|accepted|admitted|took) responsib|\bnot clear why\b"
    r"|\b(?<!not )(?<!n['’]t )(?:contradict(?:s|ed|ing)?|at odds with|contrary to|inconsistent with)\b"
    r"|\b(?:accus|blam)\w+ (?:each other|one another)\b",
    "responsib why contradict odds contrary inconsistent other another",
)
NOT_DENIED = Gated(
    r"\bden(?:y|ied|ies|ying) (?!that |such |any |ever |\w+ing )"
    r"(?:(?:the|his|her|him|them|their|its|a|us|me) )?(?:\w+ )?"
    r"(?:an?|entry|access|visas?|bail|permission|asylum|parole|treatment|justice|the right|the chance|service)\b"
    r"|\bden\w+ (?:\w+ ){1,4}(?:the|a) (?:\w+ )?(?:right|chance|opportunity|vote|nomination|victory|majority)\b"
    r"|\b(?:calls?|offers?|proposals?|deals?|demands?|requests?|motions?|bills?|appeals?|applications?|bids?)\b[^.;]{0,80}"
    r" (?:was|were|been) (?:since )?(?:reject|dismiss|deni)ed\b"
    r"|\bden\w+ (?:the|a|an|his|her|their|its|any) (?:\w+ )?"
    r"(?:changes?|requests?|motions?|appeals?|applications?|permits?)\b"
    r"|\breject\w* (?:\w+ ){0,2}(?:offers?|proposals?|talks|deals?|calls?|demands?|requests?|bids?|motions?|appeals?"
    r"|plans?|amendments?|bills?|applications?|petitions?|candidates?|compromise)\b"
    r"|\bdismiss\w* (?:\w+ ){0,3}(?:ministers?|officers?|officials?|chief|staff|employees|case|suit|lawsuit|petition)",
    "den reject dismiss",
)
# What is denied as a whole, without saying what: "any wrongdoing".
BLANKET = Gated(
    r"\b(?:den\w+ |any |all |no |its |his |her |their )(?:\w+ )?"
    r"(?:wrongdoing|involvement|responsibility|role|part|knowledge|link|links|connection)\b"
    r"|^(?:responsibility|involvement) (?:for|in)\b"
    r"|\bwrongdoing\b|\b(?:nothing|anything) (?:wrong|illegal|unlawful|improper)\b|\binnocen|\bnot guilty\b"
    r"|\b(?:the|all|those|these) (?:charges|accusations|allegations)\b(?! that\b)"
    r"|\bвин[уы]\b|причастност|причетніст|\b(?:ответственность|відповідальність) за\b|\bпровин[уи]\b"
    r"|\b(?:toute|son|leur|sa) (?:implication|culpabilité|responsabilité|participation)\b"
    r"|\b(?:cualquier|toda|su) (?:implicación|culpabilidad|responsabilidad|participación|vínculo|relación)\b",
    "вин причаст причетн ответственность відповідальність implic culpab responsabi participa vínculo relación"
    " wrong illegal unlawful improper involve responsib role part knowledge link connection innocen guilty charges"
    " accusations allegations",
)
# Words that set a version or a number against another one.
INSTEAD = Gated(
    r"\b(?:themselves|itself|himself|herself|instead|in fact|(?<!sooner )(?<!earlier )rather than|actually"
    r"|on the contrary|by contrast|in reality|unrelated|in (?:full )?control of|returned fire"
    r"|blam\w+|accus\w+|responsib\w+|only|fewer than"
    r"|less than|no more than|not more than|just|merely"
    r"|(?:fire|fired|shot|attacked|struck) first|remain\w* (?:in|under) (?:\w+ ){1,3}(?:control|hands)"
    r"|far (?:lower|higher|fewer|more)|pa(?:y|id) back|retaliat\w+|self-defence|staged)\b",
    "themsel itself himself herself instead fact rather actually contrary contrast reality unrelated control fire blam"
    " accus responsib only fewer less more just merely first remain lower higher back retaliat self-def staged",
)
GENERAL = re.compile(
    r"\b(?:claims?|allegations?|accusations?|reports?|figures?|tolls?|assertions?|accounts?|statements?|charges?"
    r"|numbers|different story|rumou?rs|estimates?|details|versions?|findings?|conclusions?|this"
    r"|incidents?|explanations?|suggestions?|complaints?|theory|narrative"
    r"|these|those)\b(?! (?:that|of) )"
    r"|\b(?:den|reject|dismiss|refut|disput)\w+ (?:it|that|them)\b"
    r"|\b(?:verif|confirm|check|corroborat|substantiat|establish|prove)\w* (?:it|that|them)\b(?=[,.;]|$)"
    r"|^(?:that|it)(?: is|’s|'s| was)\b"
    r"|این (?:ادعا|اتهام|گزارش|خبر)|هذه (?:المزاعم|الاتهامات"
    r"|الأنباء)|эт[аиоу]\w* (?:обвинен|сообщен|информац|заявлен)\w*"
    r"|ц[іяюе]\w* (?:звинувачен|повідомлен|інформац|заяв)\w*|(?:دغه|دا) (?:ادعا|راپور|خبر|تور)\w*"
    r"|(?:ces|cette|ce|cet) (?:accusations?|allégations?|informations?|chiffres?|version|bilan|rapport|affirmations?)"
    r"|(?:est|es|aquel?l?)[aeo]s? (?:acusacion\w*|informacion\w*|afirmacion\w*|versión|cifras?|denuncias?|informe)"
    r"|(?:این|آن) (?:رقم|ارقام|آمار|اطلاعات|روایت|اظهارات)|(?:ce|le) (?:bilan|chiffre)\b"
    r"|\bla (?:cifra|acusación|versión|información)\b|(?:هذه|هذا|تلك) (?:المعلومات|التقارير|الرواية|الأرقام)"
    r"|эт[аиоу]\w* (?:данны\w*|верси\w*|цифр\w*)|ц[іяюе]\w* (?:дан[іи]\w*|версі\w*|цифр\w*)"
    r"|صحت این|\b(?:esa|esta|la|ese) (?:denuncia|información|versión|noticia)\b|هذه الحصيلة"
    r"|این (?:گفته|موضوع|سخن|حرف)|هذه (?:الأرقام|الرواية|الأخبار|التهم)|\bذلك\b"
    r"|(?:دغه|دا) (?:شمېر|ارقام|خبرونه)|ne l[’']a(?: pas)? confirm|(?:это|эту|эти) не подтвержд"
)
ACCUSATION = re.compile(
    r"\b(?:charges?|accusations?|allegations?)\b(?! that\b)"
    r"|\b(?:обвинени|звинувачен|acusacion)\w+|\b(?:l['’]accusation|(?:los|sus) cargos)\b"
)
SEVERAL = re.compile(
    r"\b(?:neither|none of|both|these|their|such|the) (?:\w+ )?"
    r"(?:accounts|claims|reports|figures|versions|statements|numbers)\b"
    r"|\bneither (?:account|claim|report|figure|version|side)\b|گزارش‌ها|ادعاها"
)
# What somebody says was not found, which the article itself could only call unproven.
NO_EVIDENCE = Gated(
    r"(?<!shows )(?<!showed )(?<!show )\bno (?:\w+ )?(?:evidence|proof|sign|indication|trace)s? (?:of|that|for|to)\b",
    "evidence proof sign indication trace",
)
HELD = Gated(
    r"\b(?:remain\w*|still|stay\w*|was|were) (?:\w+ ){0,2}(?:in|under) (?:\w+ ){0,3}(?:control|hands)\b"
    r"|\bstill h[eo]ld",
    "control hands still_h",
)
# What speaks without a speaker: posts, recordings, papers.
SHOWS = Gated(
    r"\b(videos?|footage|posts?|photos?|pictures?|images?|recordings?|letters?|documents?|emails?|rumours?|audits?|surveys?|leaflets?)\b.{0,80}"
    r"\b(?:show|shows|showed|showing|claim|claims|claimed|claiming|suggest|suggests|suggested|say|says|said|found|finds|concluded)\b",
    "video footage post photo picture image recording letter document email rumour audit survey leaflet",
)
# What an article passes on as the word of others, without a speaker whom it names.
HEARSAY = Gated(
    r"\b(?:rumou?rs?|alleg\w+|accus\w+|reported(?:ly)?|said to|claim(?:ed|s)?|blam(?:ed|es|ing)|cried foul|spoke of"
    r"|suspect(?:ed|s)|believed to|thought to|according to|(?:the|a) count of|estimate[sd]?|purported(?:ly)?"
    r"|supposed(?:ly)?|(?:charged|indicted) (?:with|over|for)|critics|opponents|say so|had called it)\b",
    "rumo alleg accus reported said_to claim blam cried_foul spoke_of suspect believed_to thought_to according"
    " count_of estimate purported supposed charged indicted critics opponents say_so called_it",
)
UNRELATED = re.compile(
    r"\bunrelated\b|\bnot (?:\w+ )?(?:related|linked|connected|due) to\b|\bno (?:\w+ )?(?:link|connection)s?\b"
)
# What speaks against a claim by what was found, without a speaker.
EVIDENCE = re.compile(
    r"(?:but |however,? |yet )?(?:[\w-]+ ){0,4}(?:stud(?:y|ies)|research|data|records?|figures|tests?|analys[ie]s"
    r"|surveys?|audits?|experts|scientists|doctors|researchers|economists|inspectors|investigators|trials"
    r"|videos?|footage|images|photos|photographs|recordings?|documents|witnesses|autops(?:y|ies))\b"
)
# What is denied, where more is said beside it: "denied the claim, but", "denied it, saying".
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|rubbish\w*|disput\w*|contest\w*|rebuff\w*) .*"
)
BESIDE_DENIAL = re.compile(r",? (?:but|while|and said|and says|although|though) |, (?:\w+ly )?\w+ing\b|; ")
# The reports of two sides, one by one or together.
ALL_SIDES = re.compile(
    r"\b(?:none|nothing|little|not much) of (?:this|that|it)\b|\bwhat (?:had )?(?:took place|happened)\b"
    r"|\bwho (?:was|is) right\b|\b(?:the one or the other|(?:nobody|no one) independent|independent source)\b|"
    r"\b(?:either|both|neither|each) (?:side|party)(?:['’]s)?\b|\b(?:both|two|warring|rival) (?:sides|parties)\b"
    r"|(?:утвержд\w+|заявлени\w+|твердж\w+) сторон|\b(?:обеих|двух) сторон|обох сторін"
    r"|\bdeux (?:versions|parties|camps)|ninguna de las (?:dos )?versiones|\bambas (?:partes|versiones)"
    r"|الروايتين|الطرفين|الجانبين|دواړو خواوو|هر دو (?:طرف|جانب)|دو طرف|هیچ.?یک از (?:این|دو)"
    r"|\b(?P<one>\w+) and (?P<other>\w+) (?:reports|claims|accounts|statements|figures|versions)\b"
)
BOTH = re.compile(
    r"\b(?:neither|either(?: of)?|both) (?:the )?(?:account|claim|report|figure|version|statement|number|toll)s?\b"
)
# "…, but the report was not confirmed": the doubt is about the sentence itself.
OF_ITSELF = Gated(
    r"\b(?:but|although|though|which) (?:(?:\w+ ){1,4}that )?(?:(?:the|this|that|these|those|its|their) )?(?:\w+ ){1,3}"
    r"(?:not|un)\s?(?:yet )?(?:been |be )?(?:\w+ly )?(?:confirmed|verified)",
    "confirmed verified",
)
# How whoever is blamed for an attack tells of it.
EXCUSE = Gated(
    r"\b(?:(?:military|legitimate) targets?|targeted (?:only|militants?|terrorists?|rebels?)|provocation|staged"
    r"|self-defen[cs]e|in response|responded|returned fire|came under (?:fire|attack)|human shields?|withdrawn"
    r"|by (?:mistake|accident)|accidental(?:ly)?|had (?:already )?left|own (?:homes?|houses?|people|side|forces)"
    r"|precautions?|lawful\w*|restraint)\b",
    "target provocation staged self-defen response responded fire under shield withdrawn mistake accident left own"
    " precaution lawful restraint",
)
# What is rejected behind these is a plan and no account: "He proposed Monday, but she rejected that".
PROPOSED = Gated(
    r"\b(?:propos\w+|offer\w*|suggest(?:ed|s|ing)? (?:that (?:\w+ )?)?\w+ (?:should|instead)"
    r"|invit\w+|asked? to|request\w*)\b",
    "propos offer suggest invit ask request",
)
PLAN = re.compile(
    r"(?:reject|dismiss|rebuff)\w* (?:it|this|that|these|those|them|the idea|that idea)\b"
    r"(?! (?:claim|alleg|accus|report))"
)
# "He falsely claimed that …": the article itself says that it is not so.
FALSELY = Gated(
    r"\b(?:falsely|wrongly|baselessly) "
    r"(?:claim|stat|alleg|suggest|said|say|assert|accus|portray|insist|declar|tell|told)\w*"
    r"|\b(?:claim|alleg|assert|proclaim|suggest|say|said|stat)\w*(?: in \w+)?(?:,| -| –| —)* (?:again )?falsely\b",
    "falsely wrongly baselessly",
)
# What can be rejected as untrue: what was said, and nobody and nothing else.
SAID = re.compile(
    rf"\b(?:{REPORT}|results?|findings?|verdict|conclusions?|criticism|(?:notion|idea|argument) (?:that|of)|explanation"
    r"|complaints?|concerns?"
    r"|(?:it|this|that|these|those|them)(?=[,.;:”\"]|$| (?:and|but|as|in|on|saying|out)\b))\b"
)
