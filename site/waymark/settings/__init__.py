"""Settings: ``base`` is shared; ``dev``, ``demo``, ``test`` and ``production`` each say what differs."""
