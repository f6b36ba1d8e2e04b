"""One function per question: a reason for the person why not, or None.

A page shows the reason beside a disabled button, an action raises it (`require`), one place turns it into HTTP.
"""

from .adjudication import why_not_adjudicate, why_not_answer, why_not_ask, why_not_ask_further, why_not_see_adjudication
from .articles import (
    has_original,
    why_not_add_articles,
    why_not_correct_article,
    why_not_correct_now,
    why_not_retry,
    why_not_retry_bundle,
)
from .assignments import (
    why_not_assign,
    why_not_assign_to_teams,
    why_not_be_in_team,
    why_not_do,
    why_not_keep_for,
    why_not_see_teams,
    why_not_steer,
    why_not_wanted,
)
from .calibration import why_not_know_answers, why_not_see_known_answers, why_not_set_aside
from .claims import why_not_add_claim, why_not_curate, why_not_forget_filter, why_not_reopen, why_not_save_filter
from .discussion import why_not_close, why_not_comment, why_not_read_notice, why_not_withdraw_comment
from .links import why_not_gather, why_not_link, why_not_undo
from .people import why_not_manage_people, why_not_own_account, why_not_recover, why_not_revoke_token
from .places import why_not_check_link, why_not_free_place, why_not_judge, why_not_retrieve, why_not_take_up
from .projects import (
    why_not_accept,
    why_not_create_projects,
    why_not_end_role,
    why_not_invite,
    why_not_keep_from,
    why_not_lead,
    why_not_let_have,
    why_not_use_engine,
)
from .refusals import require, require_state
from .reports import (
    scope_of_report,
    why_not_release,
    why_not_retry_release,
    why_not_see_agreement,
    why_not_see_progress,
)
from .rereadings import why_not_begin_rereading, why_not_reread, why_not_settle_rereading
from .roles import holds

__all__ = [
    "has_original",
    "holds",
    "require",
    "require_state",
    "scope_of_report",
    "why_not_accept",
    "why_not_add_articles",
    "why_not_add_claim",
    "why_not_adjudicate",
    "why_not_answer",
    "why_not_ask",
    "why_not_ask_further",
    "why_not_assign",
    "why_not_assign_to_teams",
    "why_not_be_in_team",
    "why_not_begin_rereading",
    "why_not_check_link",
    "why_not_close",
    "why_not_comment",
    "why_not_correct_article",
    "why_not_correct_now",
    "why_not_create_projects",
    "why_not_curate",
    "why_not_do",
    "why_not_end_role",
    "why_not_forget_filter",
    "why_not_free_place",
    "why_not_gather",
    "why_not_invite",
    "why_not_judge",
    "why_not_keep_for",
    "why_not_keep_from",
    "why_not_know_answers",
    "why_not_lead",
    "why_not_let_have",
    "why_not_link",
    "why_not_manage_people",
    "why_not_own_account",
    "why_not_read_notice",
    "why_not_recover",
    "why_not_release",
    "why_not_reopen",
    "why_not_reread",
    "why_not_retrieve",
    "why_not_retry",
    "why_not_retry_bundle",
    "why_not_retry_release",
    "why_not_revoke_token",
    "why_not_save_filter",
    "why_not_see_adjudication",
    "why_not_see_agreement",
    "why_not_see_known_answers",
    "why_not_see_progress",
    "why_not_see_teams",
    "why_not_set_aside",
    "why_not_settle_rereading",
    "why_not_steer",
    "why_not_take_up",
    "why_not_undo",
    "why_not_use_engine",
    "why_not_wanted",
    "why_not_withdraw_comment",
]
