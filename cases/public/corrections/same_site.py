"""Whether a form was sent from a page of this site: what other sites do with a cookie, which this one does not set.

A browser says of itself where a request comes from, in headers no page can change: `Sec-Fetch-Site`, and `Origin` for
every form that is posted. Whether a forged form could do harm is beside the point: nobody's browser is to send us
something its owner did not write.
"""

from django.conf import settings
from django.http import HttpRequest


def is_from_here(request: HttpRequest) -> bool:
    """`Sec-Fetch-Site` decides where there is one, else `Origin`. A request with neither is not believed."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    origin = request.headers.get("Origin", "")
    return origin in (settings.SITE_URL, f"{request.scheme}://{request.get_host()}")
