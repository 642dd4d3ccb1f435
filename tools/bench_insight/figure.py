"""One figure on one line: what was measured, what is promised, what stands beside it, and how busy the machine was."""

import os


def show(what: str, value: float, unit: str, promised: str, beside: str = "", *, kept: bool) -> bool:
    """Print the line and return ``kept``."""
    busy = f"load {os.getloadavg()[0]:.1f}"
    told = "ok" if kept else "MISSED"
    print(f"{what:<42}{value:>9,.1f} {unit:<9}{promised:<14}{told:<8}{beside:<38}{busy}", flush=True)
    return kept


def under(what: str, value: float, limit: float, unit: str = "ms", beside: str = "") -> bool:
    """Show a figure that has to stay under ``limit``."""
    return show(what, value, unit, f"< {limit:,g}", beside, kept=value < limit)


def at_least(what: str, value: float, limit: float, unit: str, beside: str = "") -> bool:
    """Show a figure that has to reach ``limit``."""
    return show(what, value, unit, f">= {limit:,g}", beside, kept=value >= limit)
