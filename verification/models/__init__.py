"""The tables; one file per model, each with the QuerySet that reads it."""

from .agreement_report import AgreementReport
from .alias import Alias
from .annotation import Annotation
from .article import Article
from .assignment import Assignment
from .attribution import Attribution
from .audit_event import AuditEvent
from .bearing import Bearing
from .bulk_change import BulkChange
from .bundle import Bundle
from .claim import Claim
from .claim_key import ClaimKey
from .claim_link import ClaimLink
from .comment import Comment
from .dossier import Dossier, DossierClaim, DossierMove
from .evidence import DismissedWarning, Evidence
from .exclusion import Exclusion
from .extraction_run import ExtractionRun
from .guideline import Guideline
from .heartbeat import Heartbeat
from .host_turn import HostTurn
from .invitation import Invitation
from .judgement import Judgement
from .known_answer import KnownAnswer
from .link_snapshot import LinkCopy, LinkSnapshot
from .matching import Matching
from .membership import Membership
from .model_answer import ModelAnswer
from .notice import Notice
from .original import Original
from .party import Party
from .project import Project
from .publication import Publication
from .question import Question
from .release import Release
from .reopening import Reopening
from .request_count import RequestCount
from .rereading import RereadClaim, Rereading
from .resolution import Resolution
from .saved_filter import SavedFilter
from .search import Search
from .succession import Succession
from .team import Team, TeamAssignment, TeamMember
from .token import Token
from .upload import Upload
from .user import User
from .worthiness_model import WorthinessModel

__all__ = [
    "AgreementReport",
    "Alias",
    "Annotation",
    "Article",
    "Assignment",
    "Attribution",
    "AuditEvent",
    "Bearing",
    "BulkChange",
    "Bundle",
    "Claim",
    "ClaimKey",
    "ClaimLink",
    "Comment",
    "DismissedWarning",
    "Dossier",
    "DossierClaim",
    "DossierMove",
    "Evidence",
    "Exclusion",
    "ExtractionRun",
    "Guideline",
    "Heartbeat",
    "HostTurn",
    "Invitation",
    "Judgement",
    "KnownAnswer",
    "LinkCopy",
    "LinkSnapshot",
    "Matching",
    "Membership",
    "ModelAnswer",
    "Notice",
    "Original",
    "Party",
    "Project",
    "Publication",
    "Question",
    "Release",
    "Reopening",
    "RequestCount",
    "RereadClaim",
    "Rereading",
    "Resolution",
    "SavedFilter",
    "Search",
    "Succession",
    "Team",
    "TeamAssignment",
    "TeamMember",
    "Token",
    "Upload",
    "User",
    "WorthinessModel",
]
