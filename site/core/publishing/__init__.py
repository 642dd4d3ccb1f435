"""Who may say no before something goes live. ``accessibility`` adds its gate; core only asks."""
