"""References typed by readers, and the answers for records that are not there, or not there any more."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cases.public.answering.site import page
from cases.register.ledger import Tombstone
from cases.register.merged_reference import MergedReference
from cases.register.shown_until import ShownUntil
from cases.register.snapshot import Snapshot
from cases.text.references import is_reference


def canonical_reference(typed: str) -> str:
    """The reference in capitals; Http404 for what cannot be one."""
    reference = typed.upper()
    if not is_reference(reference):
        raise Http404
    return reference


def of_record(model, *, route: str, merged_to: str = "") -> Callable:
    """For a view of one published record: it gets the record where its address has the reference.

    Small letters lead to the address in capitals (301). What is not published is answered as `not_here` does, on
    every route alike; a merged reference leads to `merged_to`, or else to the same route, of the other record.
    """

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def answer(request: HttpRequest, snapshot: Snapshot, reference: str, **arguments) -> HttpResponse:
            canonical = canonical_reference(reference)
            record = model.objects.shown().filter(reference=canonical).first()
            if record is None:
                return not_here(canonical, merged_to or route)
            if reference != canonical:
                path = reverse(route, kwargs={"reference": canonical, **arguments})
                asked = request.META.get("QUERY_STRING", "")
                return redirect(f"{path}?{asked}" if asked else path, permanent=True)
            return view(request, snapshot, record, **arguments)

        return answer

    return decorate


def not_here(reference: str, route: str) -> HttpResponse:
    """The answer for a record that is not published under this reference.

    Where it was merged, the way to the other (301). Where a withdrawal was announced, the reference and the day and
    nothing of what it said (410). Otherwise Http404.
    """
    merged = MergedReference.objects.filter(reference=reference).first()
    if merged:
        if ShownUntil.objects.ended().filter(reference=merged.into).exists():
            raise Http404
        return redirect(reverse(route, args=[merged.into]), permanent=True)
    tombstone = Tombstone.objects.filter(reference=reference).first()
    if tombstone is None:
        raise Http404
    return page("public/withdrawn.html", {"tombstone": tombstone}, status=410)
