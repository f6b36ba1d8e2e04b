from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verification.actions.dossiers import undo
from verification.exceptions import Conflict
from verification.models import Dossier, DossierClaim, DossierMove

from .base import Rows, ShowOnly, do_each
from .borders import Borders, user_of


class Members(Rows):
    model = DossierClaim
    verbose_name_plural = gettext_lazy("its claims, those taken out again too")
    fields = ("claim", "added_at", "added_by", "removed_at", "removed_by")


class MovesAway(Rows):
    model = DossierMove
    fk_name = "source"
    verbose_name_plural = gettext_lazy("claims that went to other dossiers")
    fields = ("kind", "target", "claims", "at", "by", "undone_at", "undone_by")


@admin.register(Dossier)
class DossierAdmin(ShowOnly):
    border = "project"
    list_display = ("question", "project", "opened_at", "opened_by", "merged_into")
    list_filter = (Borders,)
    list_select_related = ("project", "opened_by", "merged_into")
    actions = ("take_back",)
    inlines = (Members, MovesAway)
    fields = ("project", "question", "opened_at", "opened_by", "merged_into", "merged_at", "merged_by")

    @admin.action(description=gettext_lazy("Take back the last merging or splitting"))
    def take_back(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        do_each(request, rows, lambda dossier: undo(_last_move(dossier), by=user_of(request)))


def _last_move(dossier: Dossier) -> DossierMove:
    moves = DossierMove.objects.filter(Q(source=dossier) | Q(target=dossier), undone_at__isnull=True)
    last = moves.select_related("source__project", "target").order_by("-pk").first()
    if last is None:
        raise Conflict(_("Nothing was merged or split here that could be taken back."))
    return last
