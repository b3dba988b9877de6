"""What a browser may load and do on our pages (Content-Security-Policy), for each of the two sides.

The public side needs no script at all. The desk is Django's admin with files of its own server only. Neither side ever
allows inline code: a script hidden in a source's title stays text.
"""

from csp.constants import NONE, SELF

PUBLIC = {
    "default-src": [NONE],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

EMBEDDED = {
    "form-action": [NONE],
    "frame-ancestors": ["*"],
    # Links open windows, and those are whole pages: with their forms.
    "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
}
"""What differs where a page may stand in a frame on the pages of others."""

DESK = {
    "default-src": [SELF],
    "object-src": [NONE],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
