"""References typed by readers, and the answer for a record that is not there any more."""

from django.http import Http404, HttpResponse

from cases.public.site import page
from cases.register.ledger import Tombstone
from cases.text.references import is_reference


def canonical_reference(typed: str) -> str:
    """The reference in capitals; Http404 for what cannot be one."""
    reference = typed.upper()
    if not is_reference(reference):
        raise Http404
    return reference


def withdrawn(reference: str) -> HttpResponse:
    """410 where a withdrawal was announced: the reference and the day, nothing of what it said. Otherwise Http404."""
    tombstone = Tombstone.objects.filter(reference=reference).first()
    if tombstone is None:
        raise Http404
    return page("public/withdrawn.html", {"tombstone": tombstone}, status=410)
