"""What is in the register still and may be read no more, because somebody's last day is over."""

from django.utils import timezone

from cases.models import PublishedCampaign, PublishedCase


def hidden_references() -> set[str]:
    """References that may be read no more, and are left out of the cells of others."""
    today = timezone.localdate()
    return {
        reference
        for model in (PublishedCampaign, PublishedCase)
        for reference in model.objects.hidden(today).values_list("reference", flat=True)
    }
