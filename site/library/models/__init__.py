"""Documents, images and videos, one file each."""

from library.models.document import CustomDocument
from library.models.document_version import DocumentVersion
from library.models.image import CustomImage, CustomRendition
from library.models.video import Video, VideoText, VideoTrack

__all__ = ["CustomDocument", "CustomImage", "CustomRendition", "DocumentVersion", "Video", "VideoText", "VideoTrack"]
