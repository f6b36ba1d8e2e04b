"""The review page: one person's place on one claim, from first look to submitted judgement."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from annotate import judgement_form
from annotate.desk import Problems, address, revision_to_write, show, shown_bearings, standing, taken_over
from annotate.judgement_form import Item, Words
from annotate.views.guard import signed_in
from annotate.views.home import to_next
from annotate.views.onward import by_script, onward
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.claims import add_claim
from verification.actions.snapshots import check_link
from verification.api.errors import status_of
from verification.exceptions import Conflict, Invalid, NotAllowed, NotStored, Refusal
from verification.models import Annotation, Article, Comment, Judgement, Project, User
from verification.models.beside import Beside, beside
from verification.models.offered import offered_to
from verification.models.prepared import Prepared
from verification.models.prepared_for import PreparedFor
from verification.text.find import occurrences
from verification.vocabulary import SkipReason, Target

SUBMITTED = gettext_lazy("Your last claim is submitted. Until it is resolved you can change it under “My work”.")
# What a page, and what is said of a draft, tells of the claim and its article.
TOLD = (Beside("claim__attributions", "position"), Beside("claim__article__publications"), Beside("questions"))


def own_annotation(user: User, pk: int, *, text: bool = True) -> Any:
    """The person's own place in a project that they still belong to, or 404. Saving needs no article's `text`.

    `begun_besides` is the id of another place there that they have not finished, or None; `flagged_at` is when they
    began the newest discussion of the claim that is still open, or None.
    """
    found = (_own if text else _own_without_text).rows(user, annotation=pk)
    if not found:
        raise Http404
    return found[0]


@PreparedFor
def _own(user: User, annotation: int) -> QuerySet[Annotation]:
    mine = Annotation.objects.shown_to(user).filter(project__in=Project.objects.visible_to(user), pk=annotation)
    others = Annotation.objects.unfinished().filter(person=user, project=OuterRef("project")).exclude(pk=OuterRef("pk"))
    flags = Comment.objects.open_threads().filter(by=user, claim=OuterRef("claim"))
    mine = mine.select_related("claim__project", "claim__article").annotate(
        begun_besides=Subquery(others.order_by("pk").values("pk")[:1]),
        flagged_at=Subquery(flags.order_by("-pk").values("at")[:1]),
    )
    return beside(mine, *TOLD)


@PreparedFor
def _own_without_text(user: User, annotation: int) -> QuerySet[Annotation]:
    return _own.build(user, annotation).defer("claim__article__text")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the place; a POST keeps every word of the form and then does what its button `do` says."""
    user: Any = request.user
    annotation = own_annotation(user, pk, text=request.method != "POST")
    if request.method == "POST":
        do, _colon, key = request.POST.get("do", "draft").partition(":")
        if do in ("save", "alive"):
            return _autosave(request, annotation, do)
        if do == "submit" and by_script(request):
            return _submit_by_script(request, annotation)
        return _act(request, annotation, do, key)
    if annotation.skipped_at is not None:
        messages.info(request, _("You skipped that claim. There is nothing more to do there."))
        return redirect("home")
    judgement = current(annotation)
    return _page(request, annotation, judgement, judgement_form.words_of(judgement))


@require_POST
@signed_in
def skip_claim(request: HttpRequest, pk: int) -> HttpResponse:
    user: Any = request.user
    annotation = own_annotation(user, pk, text=False)
    try:
        reason = SkipReason(request.POST.get("reason", ""))
    except ValueError:
        if by_script(request):
            return JsonResponse({"message": _("Choose why you skip the claim.")}, status=400)
        messages.error(request, _("Choose why you skip the claim."))
        return redirect(address(annotation, "skip"))
    said = _("Skipped. Here is what comes next.")
    if by_script(request):
        try:
            skip(annotation, reason=reason, by=user)
        except Refusal as refusal:
            return JsonResponse({"message": refusal.message}, status=status_of(refusal))
        return onward(annotation, said, by=user, is_final=True)
    skip(annotation, reason=reason, by=user)
    messages.success(request, said)
    return to_next(request, annotation.claim.project, by=user, after=annotation)


@require_POST
@signed_in
def add_missed_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Adds a claim that extraction missed, by offsets or by its pasted words: of this article or another one."""
    user: Any = request.user
    annotation = own_annotation(user, pk)
    article = _article_of(request.POST, annotation, user)
    if article is None:
        raise Invalid(_("This claim came without an article, so there is no text to add a claim from."))
    try:
        start, end = _span_of(request.POST, article)
        added = add_claim(
            article,
            start=start,
            end=end,
            by=user,
            statement=request.POST.get("statement", ""),
            target=_target_of(request.POST),
        )
    except (Invalid, Conflict) as refusal:
        if by_script(request):
            return JsonResponse({"message": refusal.message}, status=status_of(refusal))
        judgement = current(annotation)
        words = judgement_form.words_of(judgement)
        missed = {**request.POST.dict(), "problem": refusal.message}
        return _page(request, annotation, judgement, words, missed=missed, status=status_of(refusal))
    said = _("Added to the queue: %(statement)s") % {"statement": added.statement}
    if by_script(request):
        return JsonResponse({"said": [said]})
    messages.success(request, said)
    return redirect(address(annotation))


def current(annotation: Annotation) -> Judgement:
    """The draft, or else what was submitted last."""
    judgement = _current.get(annotation=annotation.pk)
    judgement.annotation = annotation
    return judgement


@Prepared
def _current(annotation: int) -> QuerySet[Judgement]:
    """One, which an annotation has from its start."""
    return Judgement.objects.filter(annotation=annotation).with_words().order_by("-revision")[:1]


def _autosave(request: HttpRequest, annotation: Annotation, do: str) -> JsonResponse:
    """Keeps what can be kept; answers with what the rules say of it, for the page's script."""
    user: Any = request.user
    try:
        if do == "alive":
            judgement, problems = save_draft(annotation, change={}, by=user), Problems()
        else:
            judgement, problems = _keep(annotation, judgement_form.read(request.POST), request.POST, by=user)
    except Refusal as refusal:
        return JsonResponse({"message": refusal.message}, status=status_of(refusal))
    judgement.annotation = annotation  # with what is known of the claim's article
    return JsonResponse({**standing(judgement), "problems": problems})


def _submit_by_script(request: HttpRequest, annotation: Annotation) -> JsonResponse:
    """Submits once, however often it is sent: the same words for a revision that is frozen are the same judgement."""
    user: Any = request.user
    words = judgement_form.read(request.POST)
    try:
        if not _submit(annotation, words, request.POST, by=user):
            _judgement, problems = _keep(annotation, words, request.POST, by=user)
            raise NotStored(_("Some of this could not be saved yet. Every word is still here."), fields=problems)
    except Refusal as refusal:
        if isinstance(refusal, NotAllowed) or not _is_repeat(annotation, words, request.POST):
            return JsonResponse(_told(annotation, refusal), status=status_of(refusal))
    return onward(annotation, SUBMITTED, by=user)


def _told(annotation: Annotation, refusal: Refusal) -> dict[str, Any]:
    """A refusal for the page's script; where something is missing the draft was saved all the same, and how it stands
    is told with it."""
    if not isinstance(refusal, Invalid):
        return {"message": refusal.message}
    draft = current(annotation)
    unsaved = refusal.fields if isinstance(refusal, NotStored) else {}
    return {**standing(draft), "message": refusal.message, "fields": refusal.fields, "problems": unsaved}


def _act(request: HttpRequest, annotation: Annotation, do: str, key: str) -> HttpResponse:
    user: Any = request.user
    words = judgement_form.read(request.POST)
    if request.POST.get("partial"):  # a form of another page, which holds the passage alone
        words = judgement_form.words_of(current(annotation))
    place = judgement_form.apply(words, do, key, passage=_passage(annotation, do, key, request.POST))
    try:
        if do == "submit" and _submit(annotation, words, request.POST, by=user):
            return _onward(request, annotation)
        _judgement, problems = _keep(annotation, words, request.POST, by=user)
        if problems:
            sentence = _("Some of this could not be saved yet. Every word is still here.")
            return _refused(request, annotation, words, Invalid(sentence, fields=problems))
    except NotAllowed:
        raise
    except Refusal as refusal:
        if do == "submit" and _is_repeat(annotation, words, request.POST):
            return _onward(request, annotation)
        return _refused(request, annotation, words, refusal)
    if do == "find":
        return redirect("review_articles", annotation.pk)
    if do == "check":
        return _check(request, annotation, key)
    if do == "draft":
        messages.success(request, _("The draft is saved."))
    return redirect(address(annotation, place))


def _check(request: HttpRequest, annotation: Annotation, key: str) -> HttpResponse:
    """Has the page retrieved that one piece of evidence names; what the form held is saved already."""
    user: Any = request.user
    try:
        check_link(annotation, url=request.POST.get(f"evidence-{key}-url", ""), by=user)
    except (Conflict, Invalid) as refusal:
        messages.error(request, refusal.message)
    return redirect(address(annotation, f"evidence-{key}"))


def _submit(annotation: Annotation, words: Words, post: QueryDict, *, by: User) -> bool:
    """Saves the draft and freezes it, both at once; False where a field cannot be stored, and nothing was."""
    try:
        submit(annotation, change=_change(words, post), by=by)
    except NotStored:
        return False
    return True


def _change(words: Words, post: QueryDict) -> dict[str, Any]:
    number = judgement_form.number_of
    return {**words, "revision": number(post, "revision"), "active_seconds": number(post, "active_seconds")}


def _keep(annotation: Annotation, words: Words, post: QueryDict, *, by: User) -> tuple[Judgement, Problems]:
    """Saves the draft. Where a field cannot be stored, saves the others and says what is wrong with it."""
    change = _change(words, post)
    try:
        return save_draft(annotation, change=change, by=by), {}
    except NotStored as refusal:
        problems = refusal.fields
        rest = {name: value for name, value in change.items() if name not in problems}
        return save_draft(annotation, change=rest, by=by), problems


def _is_repeat(annotation: Annotation, words: Words, post: QueryDict) -> bool:
    """Whether this very judgement was submitted a moment ago: a double click, or a request sent again."""
    latest = annotation.latest()
    sent = judgement_form.number_of(post, "revision")
    return latest is not None and sent == latest.revision and judgement_form.say_the_same(words, latest)


def _onward(request: HttpRequest, annotation: Any) -> HttpResponse:
    user: Any = request.user
    messages.success(request, SUBMITTED)
    if annotation.begun_besides is not None:
        return redirect("review", annotation.begun_besides)
    return to_next(request, annotation.claim.project, by=user)


def _refused(request: HttpRequest, annotation: Annotation, words: Words, refusal: Refusal) -> HttpResponse:
    """The page again with every word as it was sent, and what is wrong with it."""
    problems = refusal.fields if isinstance(refusal, Invalid) else {}
    return _page(
        request,
        own_annotation(annotation.person, annotation.pk),
        current(annotation),
        words,
        problems=problems,
        refusal=refusal.message,
        status=status_of(refusal),
    )


def _page(
    request: HttpRequest,
    annotation: Annotation,
    judgement: Judgement,
    words: Words,
    *,
    problems: Problems | None = None,
    refusal: str = "",
    missed: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = show(annotation, judgement, words, problems=problems)
    context.update(refusal=refusal, missed=missed or {}, revision=revision_to_write(judgement))
    return render(request, "review/review.html", context, status=status)


def _passage(annotation: Annotation, do: str, key: str, post: QueryDict) -> Item | None:
    """The passage that a button takes: a suggested one, or one that was selected or pasted."""
    if do == "take":
        for bearing in shown_bearings(annotation):
            if str(bearing.pk) == key:
                return {
                    "article": bearing.article_id,
                    "start": bearing.start,
                    "end": bearing.end,
                    "quote": bearing.quote,
                }
        for item in offered_to(annotation):
            if f"e{item.pk}" == key:
                return taken_over(item)
    quote = post.get("new-quote", "").replace("\r\n", "\n").strip()
    if do == "add-passage" and quote:
        number = judgement_form.number_of
        article = number(post, "new-article") or annotation.claim.article_id
        return {"article": article, "quote": quote, "start": number(post, "new-start"), "end": number(post, "new-end")}
    return None


def _article_of(post: QueryDict, annotation: Annotation, user: User) -> Article | None:
    """The article that is named, where the person may read it; the claim's own where none is."""
    number = judgement_form.number_of(post, "article")
    own = annotation.claim.article
    if number is None or (own is not None and number == own.pk):
        return own
    readable = Article.objects.visible_to(user).filter(project=annotation.claim.project_id, text__isnull=False)
    return get_object_or_404(readable, pk=number)


def _target_of(post: QueryDict) -> Target:
    try:
        return Target(post.get("target", Target.CONTENT))
    except ValueError:
        raise Invalid(_("Choose what is to be judged: what is said, or that it was said.")) from None


def _span_of(post: QueryDict, article: Article) -> tuple[int, int]:
    """Where the words of a missed claim stand: as selected, or else where the pasted quote is found."""
    start, end = judgement_form.number_of(post, "start"), judgement_form.number_of(post, "end")
    if start is not None and end is not None:
        return start, end
    found = occurrences(article.text or "", post.get("quote", ""))
    if not found:
        raise Invalid(_("These words do not stand in the article. Copy them exactly, or select them there."))
    if len(found) > 1:
        raise Invalid(_("These words stand in the article more than once. Paste more of them, or select them there."))
    return found[0].start, found[0].end
