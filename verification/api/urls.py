"""Every address of the API, in the order of the work. docs/api.md describes each."""

from django.urls import path, re_path

from .views.agreement import Agreement
from .views.annotations import AnnotationDetail, Annotations, Skip, Snapshots, Submit
from .views.articles import ArticleDetail, Articles, PublicationDetail, Publications
from .views.base import Unknown
from .views.bulk import BulkChangeDetail, BulkChanges, GoOn
from .views.claims import (
    Adjudicate,
    Assign,
    ClaimDetail,
    ClaimJudgements,
    ClaimLinks,
    Claims,
    ClaimVersions,
    Reopen,
    SetPriority,
    Unassign,
    Withdraw,
)
from .views.comments import CloseDiscussion, Comments, OpenDiscussion, WithdrawComment
from .views.dossiers import (
    ConfirmLink,
    DossierDetail,
    DossierLinks,
    Dossiers,
    Merge,
    Moves,
    PutIn,
    RefuseLink,
    Split,
    TakeOut,
    Undo,
)
from .views.guidelines import (
    Guidelines,
    ReopenReread,
    RereadClaims,
    RereadingDetail,
    Rereadings,
    Stands,
)
from .views.known_answers import (
    Calibration,
    KnownAnswerDetail,
    KnownAnswers,
    LetThrough,
    Measured,
    MeasuredDetail,
)
from .views.own import ExclusionDetail, Exclusions, Preferences
from .views.projects import Next, ProjectDetail, Projects
from .views.questions import Answer, Further, Notices, Questions, ReadNotice, ReadNotices
from .views.releases import ReleaseDetail, ReleaseFile, Releases
from .views.schema import Schema
from .views.teams import TeamDetail, Teams
from .views.uploads import UploadDetail

app_name = "api"
urlpatterns = [
    path("schema/", Schema.as_view(), name="schema"),
    path("v1/projects/", Projects.as_view(), name="projects"),
    path("v1/preferences/", Preferences.as_view(), name="preferences"),
    path("v1/exclusions/", Exclusions.as_view(), name="exclusions"),
    path("v1/exclusions/<int:pk>/", ExclusionDetail.as_view(), name="exclusion"),
    path("v1/projects/<slug:slug>/", ProjectDetail.as_view(), name="project"),
    path("v1/projects/<slug:slug>/next/", Next.as_view(), name="next"),
    path("v1/projects/<slug:slug>/agreement/", Agreement.as_view(), name="agreement"),
    path("v1/projects/<slug:slug>/calibration/", Calibration.as_view(), name="calibration"),
    path("v1/projects/<slug:slug>/measured/", Measured.as_view(), name="measured"),
    path("v1/projects/<slug:slug>/guidelines/", Guidelines.as_view(), name="guidelines"),
    path("v1/rereadings/", Rereadings.as_view(), name="rereadings"),
    path("v1/rereadings/<int:pk>/", RereadingDetail.as_view(), name="rereading"),
    path("v1/rereadings/<int:pk>/claims/", RereadClaims.as_view(), name="reread-claims"),
    path("v1/reread-claims/<int:pk>/stands/", Stands.as_view(), name="stands"),
    path("v1/reread-claims/<int:pk>/reopen/", ReopenReread.as_view(), name="reopen-reread"),
    path("v1/measured/<int:pk>/", MeasuredDetail.as_view(), name="measured-person"),
    path("v1/measured/<int:pk>/let-through/", LetThrough.as_view(), name="let-through"),
    path("v1/known-answers/", KnownAnswers.as_view(), name="known-answers"),
    path("v1/known-answers/<int:pk>/", KnownAnswerDetail.as_view(), name="known-answer"),
    path("v1/articles/", Articles.as_view(), name="articles"),
    path("v1/articles/<int:pk>/", ArticleDetail.as_view(), name="article"),
    path("v1/uploads/<int:pk>/", UploadDetail.as_view(), name="upload"),
    path("v1/articles/<int:pk>/publications/", Publications.as_view(), name="publications"),
    path("v1/publications/<int:pk>/", PublicationDetail.as_view(), name="publication"),
    path("v1/claims/", Claims.as_view(), name="claims"),
    path("v1/claims/<int:pk>/", ClaimDetail.as_view(), name="claim"),
    path("v1/claims/<int:pk>/judgements/", ClaimJudgements.as_view(), name="judgements"),
    path("v1/claims/<int:pk>/versions/", ClaimVersions.as_view(), name="versions"),
    path("v1/claims/<int:pk>/links/", ClaimLinks.as_view(), name="links"),
    path("v1/claims/<int:pk>/adjudicate/", Adjudicate.as_view(), name="adjudicate"),
    path("v1/claims/<int:pk>/reopen/", Reopen.as_view(), name="reopen"),
    path("v1/claims/<int:pk>/assign/", Assign.as_view(), name="assign"),
    path("v1/claims/<int:pk>/unassign/", Unassign.as_view(), name="unassign"),
    path("v1/claims/<int:pk>/priority/", SetPriority.as_view(), name="priority"),
    path("v1/claims/<int:pk>/withdraw/", Withdraw.as_view(), name="withdraw"),
    path("v1/claims/<int:pk>/further/", Further.as_view(), name="further"),
    path("v1/bulk-changes/", BulkChanges.as_view(), name="bulk-changes"),
    path("v1/bulk-changes/<int:pk>/", BulkChangeDetail.as_view(), name="bulk-change"),
    path("v1/bulk-changes/<int:pk>/go-on/", GoOn.as_view(), name="go-on"),
    path("v1/questions/", Questions.as_view(), name="questions"),
    path("v1/questions/<int:pk>/answer/", Answer.as_view(), name="answer"),
    path("v1/comments/", Comments.as_view(), name="comments"),
    path("v1/comments/<int:pk>/close/", CloseDiscussion.as_view(), name="close-discussion"),
    path("v1/comments/<int:pk>/open/", OpenDiscussion.as_view(), name="open-discussion"),
    path("v1/comments/<int:pk>/withdraw/", WithdrawComment.as_view(), name="withdraw-comment"),
    path("v1/notices/", Notices.as_view(), name="notices"),
    path("v1/notices/read/", ReadNotices.as_view(), name="read-notices"),
    path("v1/notices/<int:pk>/read/", ReadNotice.as_view(), name="read-notice"),
    path("v1/dossiers/", Dossiers.as_view(), name="dossiers"),
    path("v1/dossiers/<int:pk>/", DossierDetail.as_view(), name="dossier"),
    path("v1/dossiers/<int:pk>/put-in/", PutIn.as_view(), name="put-in"),
    path("v1/dossiers/<int:pk>/take-out/", TakeOut.as_view(), name="take-out"),
    path("v1/dossiers/<int:pk>/links/", DossierLinks.as_view(), name="dossier-links"),
    path("v1/dossiers/<int:pk>/split/", Split.as_view(), name="split"),
    path("v1/dossiers/<int:pk>/merge/", Merge.as_view(), name="merge"),
    path("v1/dossiers/<int:pk>/moves/", Moves.as_view(), name="moves"),
    path("v1/dossiers/<int:pk>/undo/", Undo.as_view(), name="undo"),
    path("v1/links/<int:pk>/confirm/", ConfirmLink.as_view(), name="confirm-link"),
    path("v1/links/<int:pk>/refuse/", RefuseLink.as_view(), name="refuse-link"),
    path("v1/teams/", Teams.as_view(), name="teams"),
    path("v1/teams/<int:pk>/", TeamDetail.as_view(), name="team"),
    path("v1/annotations/", Annotations.as_view(), name="annotations"),
    path("v1/annotations/<int:pk>/", AnnotationDetail.as_view(), name="annotation"),
    path("v1/annotations/<int:pk>/submit/", Submit.as_view(), name="submit"),
    path("v1/annotations/<int:pk>/skip/", Skip.as_view(), name="skip"),
    path("v1/annotations/<int:pk>/snapshots/", Snapshots.as_view(), name="snapshots"),
    path("v1/releases/", Releases.as_view(), name="releases"),
    path("v1/releases/<int:pk>/", ReleaseDetail.as_view(), name="release"),
    path("v1/releases/<int:pk>/files/<str:name>", ReleaseFile.as_view(), name="release-file"),
    re_path(r"", Unknown.as_view(), name="unknown"),
]
