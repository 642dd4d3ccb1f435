"""The JSON API: other systems send CloudEvents; what is known already changes nothing."""
