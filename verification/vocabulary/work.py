"""The words of the work around the labels: roles, states of what workers do, notices and settings."""

from enum import StrEnum


class Role(StrEnum):
    """What a member of a project may do; one person may hold several."""

    ANNOTATOR = "annotator"  # judges claims
    ADJUDICATOR = "adjudicator"  # decides where judgements differ
    CURATOR = "curator"  # adds articles, withdraws and reopens claims
    RESEARCHER = "researcher"  # reads and exports


class Engine(StrEnum):
    """What looks for claims in an article."""

    RULES = "rules"  # built in; nothing leaves the machine
    LANGUAGE_MODEL = "language_model"  # a server that an administrator named; the rules stand in where it fails


class ArticleState(StrEnum):
    """How far an article has come on its way from file to claims."""

    RECEIVED = "received"
    READING = "reading"
    EXTRACTING = "extracting"
    DONE = "done"
    FAILED = "failed"  # the article says why
    MERGED = "merged"  # its text was known already: `same_as` names the first


class BundleState(StrEnum):
    """How far a file that holds several articles has been taken apart."""

    RECEIVED = "received"
    UNPACKING = "unpacking"
    DONE = "done"  # each part is an article of its own, read or failed
    FAILED = "failed"  # the bundle says why


class RetrievalState(StrEnum):
    """How far a worker is with retrieving a page of the web."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"  # no page was had; the row says why


class ReleaseState(StrEnum):
    """How far a release has come."""

    REQUESTED = "requested"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"  # the release says why


class Theme(StrEnum):
    """How light a person has the pages."""

    SYSTEM = "system"  # as their device is set
    LIGHT = "light"
    DARK = "dark"


class NoticeKind(StrEnum):
    """What a person is told of."""

    SENT_BACK = "sent_back"  # an adjudicator asks about one of their judgements
    ANSWERED = "answered"  # a question of theirs is answered
    MENTIONED = "mentioned"  # a comment names them
    REPLIED = "replied"  # somebody answers a discussion that they began
    ASSIGNED = "assigned"  # a curator gave them claims


class BulkKind(StrEnum):
    """What a curator does with many claims at once."""

    ASSIGN = "assign"
    UNASSIGN = "unassign"
    PRIORITY = "priority"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class KeyMap(StrEnum):
    """Which single keys do something for a person."""

    STANDARD = "standard"
    OWN = "own"
    OFF = "off"  # for whoever speaks to the machine, or whose screen reader has these keys itself


class ReportState(StrEnum):
    """How far a report on agreement and progress has come."""

    REQUESTED = "requested"
    COMPUTING = "computing"
    DONE = "done"
    FAILED = "failed"  # the report says why


class ReportScope(StrEnum):
    """Which claims a report counts."""

    ALL = "all"  # resolved or not: for those who judge nothing in the project
    RESOLVED = "resolved"  # where nothing is blind any more: for those who judge too
