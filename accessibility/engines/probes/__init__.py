"""Our own questions to a rendered page."""

from accessibility.engines.probes.catalogue import PROBES
from accessibility.engines.probes.engine import Probes

__all__ = ["PROBES", "Probes"]
