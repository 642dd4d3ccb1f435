"""Page types for residents, one file each."""

from services.models.colleague import Colleague
from services.models.collection import IndexPage
from services.models.consultation import ConsultationPage
from services.models.directory import DirectoryPage
from services.models.disruption import ServiceDisruption
from services.models.easy_read import EasyReadPage
from services.models.edit_notice import EditNotice
from services.models.entry import DirectoryEntryPage
from services.models.event import EventPage
from services.models.fee import Fee
from services.models.foi import FoiIndexPage, FoiResponsePage
from services.models.guide import GuidePage
from services.models.index import ServiceIndexPage
from services.models.job import JobPage, JobsPage
from services.models.news import NewsIndexPage, NewsPage
from services.models.publication import PublicationPage
from services.models.said_did import YouSaidWeDidPage
from services.models.service import ServicePage
from services.models.signpost import SignpostPage
from services.models.standard import StandardPage
from services.models.status import StatusPage
from services.models.step_by_step import StepByStepPage
from services.models.team import TeamPage
from services.models.video import HowToVideoPage

__all__ = [
    "Colleague",
    "ConsultationPage",
    "DirectoryEntryPage",
    "DirectoryPage",
    "EasyReadPage",
    "EditNotice",
    "EventPage",
    "Fee",
    "FoiIndexPage",
    "FoiResponsePage",
    "GuidePage",
    "HowToVideoPage",
    "IndexPage",
    "JobPage",
    "JobsPage",
    "NewsIndexPage",
    "NewsPage",
    "PublicationPage",
    "ServiceDisruption",
    "ServiceIndexPage",
    "ServicePage",
    "SignpostPage",
    "StandardPage",
    "StatusPage",
    "StepByStepPage",
    "TeamPage",
    "YouSaidWeDidPage",
]
