"""How much a thing is asked for: a gentle signal, from the answers and steps that insight counts for its page."""

from math import log1p

from insight.services import use_by_page
from search.models import SearchEntry


def update_demand() -> int:
    """Set the demand of all entries, 0 to 1 on a logarithmic scale; return how many pages have any."""
    used = use_by_page()
    most = log1p(max(used.values(), default=0))
    SearchEntry.objects.exclude(demand=None).update(demand=None)
    for thing, count in used.items():
        SearchEntry.objects.filter(thing=thing).update(demand=log1p(count) / most)
    return len(used)
