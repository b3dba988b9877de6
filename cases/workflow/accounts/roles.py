"""What an account may do, in words, and noting that somebody changed it."""

from django.contrib.auth.models import Group, User

from cases.models import What
from cases.workflow.accounts.log import note
from cases.workflow.accounts.sessions import end_sessions


def roles_of(account: User) -> list[str]:
    """All that decides what an account may do, as stored; for an account that is not stored yet nothing."""
    stored = User.objects.filter(pk=account.pk).first() if account.pk else None
    if stored is None:
        return []
    flags = [name for name in ("is_active", "is_staff", "is_superuser") if getattr(stored, name)]
    permissions = stored.user_permissions.order_by("codename").values_list("codename", flat=True)
    return [*stored.groups.order_by("name").values_list("name", flat=True), *flags, *permissions]


def note_roles(account: User, before: list[str], *, by: User, name_before: str = "") -> None:
    """Log what changed since `before`. An account that was switched off loses its sessions at once."""
    after = roles_of(account)
    if not before:
        note(What.MADE, account, by=by, details=", ".join(after))
        return
    changed = [f"+{role}" for role in after if role not in before] + [
        f"-{role}" for role in before if role not in after
    ]
    if name_before and name_before != account.get_username():
        changed.append(f"{name_before} → {account.get_username()}")
    if changed == ["-is_active"]:
        disable(account, by=by)
    elif changed:
        note(What.ROLES_CHANGED, account, by=by, details=", ".join(changed))


def note_roles_of_members(group: Group, *, by: User) -> None:
    """What a group may do was changed, and so what all its members may."""
    for member in group.user_set.order_by("pk"):
        note(What.ROLES_CHANGED, member, by=by, details=f"what {group.name} may do")


def disable(account: User, *, by: User | None) -> None:
    """Nobody logs in with it from now on, and whoever is logged in with it is out."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    note(What.DISABLED, account, by=by)
    end_sessions(account, by=by)
