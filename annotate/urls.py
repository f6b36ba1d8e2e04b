"""Every address of the site, grouped by its first word."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from annotate.views import account, home, review, sources
from annotate.views.adjudication import adjudicate, adjudication
from annotate.views.ahead import ahead
from annotate.views.api_page import api_page
from annotate.views.article import article, article_claim
from annotate.views.article_add import article_add
from annotate.views.article_correction import article_correct
from annotate.views.article_details import article_details
from annotate.views.article_original import article_original
from annotate.views.articles import article_retry, articles
from annotate.views.bundles import bundle
from annotate.views.claims import claim, claim_link, claim_links, claim_reopen, claim_withdraw, claims
from annotate.views.discussions import comment_add, comment_change, discussions
from annotate.views.dossiers import dossier, dossiers
from annotate.views.guidelines import guideline, guideline_compare, guideline_write
from annotate.views.health import healthz, livez, readyz
from annotate.views.invitations import administrator_invite, administrators, invitation, invitation_revoke
from annotate.views.kept_from import kept_from
from annotate.views.known_answers import (
    calibration,
    known_answer,
    known_answers,
    known_answers_people,
    known_answers_person,
)
from annotate.views.notices import notice, notices
from annotate.views.people import people, person, person_invite
from annotate.views.preferences import preferences
from annotate.views.progress import progress
from annotate.views.projects import project_new, project_settings
from annotate.views.questions import further, further_list, question, question_ask
from annotate.views.releases import release, release_file, release_retry, releases
from annotate.views.rereadings import rereading, rereadings
from annotate.views.saved_filters import filter_forget, filter_save
from annotate.views.snapshots import review_snapshots, snapshot, snapshot_copy
from annotate.views.steering import steer, steering
from annotate.views.teams import team, teams
from annotate.views.uploads import bundle_retry, upload, upload_file, uploads
from annotate.views.work import work

handler400 = "annotate.views.errors.bad_request"
handler403 = "annotate.views.errors.forbidden"
handler404 = "annotate.views.errors.not_found"
handler429 = "annotate.views.errors.too_many"  # allauth's limits ask for it
handler500 = "annotate.views.errors.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    # First: programs ask often, and each of the other addresses would be compared with theirs before.
    path("api/docs/", api_page, name="api_page"),
    path("api/", include("verification.api.urls")),
    path("", home.home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("account/", account.account, name="account"),
    path("account/email/", account.email, name="email_set"),
    path("account/sessions/end/", account.sessions_end, name="sessions_end"),
    path("account/sessions/<int:pk>/end/", account.session_end, name="session_end"),
    path("account/settings/", preferences, name="preferences"),
    path("account/tokens/", account.token_make, name="token_make"),
    path("account/tokens/<int:pk>/revoke/", account.token_revoke, name="token_revoke"),
    path("accounts/", include("annotate.account_urls")),
    # The administration has no page of its own for a password: one way to change it, with one set of rules.
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
    path("invitation/<str:secret>/", invitation, name="invitation"),
    path("invitations/<int:pk>/revoke/", invitation_revoke, name="invitation_revoke"),
    path("language/", include("django.conf.urls.i18n")),
    path("bundles/<slug:digest>/<str:file>", bundle, name="bundle"),
    path("notices/", notices, name="notices"),
    path("notices/<int:pk>/", notice, name="notice"),
    path("p/<slug:slug>/adjudication/", adjudication, name="adjudication"),
    path("p/<slug:slug>/adjudication/<int:pk>/", adjudicate, name="adjudicate"),
    path("p/<slug:slug>/adjudication/<int:pk>/ask/<int:judgement>/", question_ask, name="question_ask"),
    path("p/<slug:slug>/adjudication/<int:pk>/further/", further, name="further"),
    path("p/<slug:slug>/adjudication/further/", further_list, name="further_list"),
    path("p/<slug:slug>/articles/", articles, name="articles"),
    path("p/<slug:slug>/articles/add/", article_add, name="article_add"),
    path("p/<slug:slug>/articles/<int:pk>/", article, name="article"),
    path("p/<slug:slug>/articles/<int:pk>/claims/", article_claim, name="article_claim"),
    path("p/<slug:slug>/articles/<int:pk>/correct/", article_correct, name="article_correct"),
    path("p/<slug:slug>/articles/<int:pk>/details/", article_details, name="article_details"),
    path("p/<slug:slug>/articles/<int:pk>/original/", article_original, name="article_original"),
    path("p/<slug:slug>/articles/<int:pk>/retry/", article_retry, name="article_retry"),
    path("p/<slug:slug>/calibration/", calibration, name="calibration"),
    path("p/<slug:slug>/claims/", claims, name="claims"),
    path("p/<slug:slug>/claims/<int:pk>/", claim, name="claim"),
    path("p/<slug:slug>/claims/<int:pk>/comments/", comment_add, name="comment_add"),
    path("p/<slug:slug>/claims/<int:pk>/links/", claim_links, name="claim_links"),
    path("p/<slug:slug>/claims/<int:pk>/links/<int:link>/", claim_link, name="claim_link"),
    path("p/<slug:slug>/claims/<int:pk>/reopen/", claim_reopen, name="claim_reopen"),
    path("p/<slug:slug>/claims/<int:pk>/withdraw/", claim_withdraw, name="claim_withdraw"),
    path("p/<slug:slug>/claims/filters/", filter_save, name="filter_save"),
    path("p/<slug:slug>/claims/filters/<int:pk>/", filter_forget, name="filter_forget"),
    path("p/<slug:slug>/claims/steer/", steer, name="steer"),
    path("p/<slug:slug>/claims/steer/<int:pk>/", steering, name="steering"),
    path("p/<slug:slug>/comments/<int:pk>/", comment_change, name="comment_change"),
    path("p/<slug:slug>/discussions/", discussions, name="discussions"),
    path("p/<slug:slug>/dossiers/", dossiers, name="dossiers"),
    path("p/<slug:slug>/dossiers/<int:pk>/", dossier, name="dossier"),
    path("p/<slug:slug>/guideline/", guideline, name="guideline"),
    path("p/<slug:slug>/guideline/<int:version>/", guideline, name="guideline_version"),
    path("p/<slug:slug>/guideline/compare/", guideline_compare, name="guideline_compare"),
    path("p/<slug:slug>/guideline/<int:version>/again/", rereadings, name="rereadings"),
    path("p/<slug:slug>/guideline/again/<int:pk>/", rereading, name="rereading"),
    path("p/<slug:slug>/guideline/write/", guideline_write, name="guideline_write"),
    path("p/<slug:slug>/known-answers/", known_answers, name="known_answers"),
    path("p/<slug:slug>/known-answers/<int:pk>/", known_answer, name="known_answer"),
    path("p/<slug:slug>/known-answers/people/", known_answers_people, name="known_answers_people"),
    path("p/<slug:slug>/known-answers/people/<int:pk>/", known_answers_person, name="known_answers_person"),
    path("p/<slug:slug>/next/", home.next_claim, name="next"),
    path("p/<slug:slug>/people/", people, name="people"),
    path("p/<slug:slug>/people/<int:pk>/", person, name="person"),
    path("p/<slug:slug>/people/<int:pk>/kept-from/", kept_from, name="kept_from"),
    path("p/<slug:slug>/people/invite/", person_invite, name="person_invite"),
    path("p/<slug:slug>/people/teams/", teams, name="teams"),
    path("p/<slug:slug>/people/teams/<int:pk>/", team, name="team"),
    path("p/<slug:slug>/progress/", progress, name="progress"),
    path("p/<slug:slug>/releases/", releases, name="releases"),
    path("p/<slug:slug>/releases/<int:pk>/", release, name="release"),
    path("p/<slug:slug>/releases/<int:pk>/retry/", release_retry, name="release_retry"),
    path("p/<slug:slug>/releases/<int:pk>/<str:name>", release_file, name="release_file"),
    path("p/<slug:slug>/settings/", project_settings, name="project_settings"),
    path("p/<slug:slug>/snapshots/<int:pk>/", snapshot, name="snapshot"),
    path("p/<slug:slug>/snapshots/<int:pk>/copy/", snapshot_copy, name="snapshot_copy"),
    path("p/<slug:slug>/uploads/", uploads, name="uploads"),
    path("p/<slug:slug>/uploads/<int:pk>/", upload, name="upload"),
    path("p/<slug:slug>/uploads/<int:pk>/bundles/<int:bundle>/retry/", bundle_retry, name="bundle_retry"),
    path("p/<slug:slug>/uploads/<int:pk>/files/", upload_file, name="upload_file"),
    path("people/", administrators, name="administrators"),
    path("people/invite/", administrator_invite, name="administrator_invite"),
    path("projects/new/", project_new, name="project_new"),
    path("p/<slug:slug>/my-work/", work, name="work"),
    path("questions/<int:pk>/", question, name="question"),
    path("review/<int:pk>/", review.review, name="review"),
    path("review/<int:pk>/ahead/", ahead, name="review_ahead"),
    path("review/<int:pk>/articles/", sources.search, name="review_articles"),
    path("review/<int:pk>/articles/<int:article>/", sources.article, name="review_article"),
    path("review/<int:pk>/claims/", review.add_missed_claim, name="review_add_claim"),
    path("review/<int:pk>/snapshots/", review_snapshots, name="review_snapshots"),
    path("review/<int:pk>/skip/", review.skip_claim, name="review_skip"),
]
