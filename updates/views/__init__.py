"""``/updates/``: choosing, confirming, changing and stopping. No account and no cookie."""
