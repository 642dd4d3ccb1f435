"""Page types for residents, one file each."""

from services.models.guide import GuidePage
from services.models.index import ServiceIndexPage
from services.models.service import ServicePage
from services.models.standard import StandardPage
from services.models.video import HowToVideoPage

__all__ = ["GuidePage", "HowToVideoPage", "ServiceIndexPage", "ServicePage", "StandardPage"]
