"""Jobs that run every so often: by ``manage.py tick`` from a timer, or inside ``manage.py run_worker``."""
