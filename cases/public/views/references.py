"""References typed by readers, and the answers for records that are not there, or not there any more."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cases.public.site import page
from cases.register.ledger import Tombstone
from cases.register.merged_reference import MergedReference
from cases.text.references import is_reference


def canonical_reference(typed: str) -> str:
    """The reference in capitals; Http404 for what cannot be one."""
    reference = typed.upper()
    if not is_reference(reference):
        raise Http404
    return reference


def not_here(reference: str, route: str) -> HttpResponse:
    """The answer for a record that is not published under this reference.

    Where it was merged, the way to the other (301). Where a withdrawal was announced, the reference and the day and
    nothing of what it said (410). Otherwise Http404.
    """
    merged = MergedReference.objects.filter(reference=reference).first()
    if merged:
        return redirect(reverse(route, args=[merged.into]), permanent=True)
    tombstone = Tombstone.objects.filter(reference=reference).first()
    if tombstone is None:
        raise Http404
    return page("public/withdrawn.html", {"tombstone": tombstone}, status=410)
