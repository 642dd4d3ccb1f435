"""The demo's settings for a measured server: addresses come from the load, and a bare view stands beside."""

from waymark.settings.demo import *  # noqa: F403 - settings are inherited as a whole

WAYMARK_TRUSTED_PROXIES = ["127.0.0.1"]
ROOT_URLCONF = "tools.bench_insight.serving_urls"
# The checks that keep the demo's lenience from residents go by this name; a measured server is a demo.
SETTINGS_MODULE = "waymark.settings.demo"
# Nobody searches here, and the model takes its time to load.
WAYMARK_SEARCH_MODEL = False
