"""The two content security policies: public pages have no exception, Wagtail's admin has the few it needs."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

# No nonce: a nonce in a page that an edge cache keeps is a fixed password.
PUBLIC = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Wagtail 8's editor holds inline scripts and styles in seven templates (docs/adr/0004); the login and
# second-factor pages keep the public policy.
ADMIN = {
    **{name: list(sources) for name, sources in PUBLIC["DIRECTIVES"].items()},
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
