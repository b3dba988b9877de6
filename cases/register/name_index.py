"""A dictionary of the words of public names.

A search by name never reads the names of a million cases. The same words come back in many names, so that all
of them together make a dictionary (`NameToken`) that is small; which cases have a word is kept like everything
else that cases have, in bitmaps (`NAME` in `facet_block.py`). How the dictionary is asked stands next door in
`name_finds.py`; what a token is, in `cases/text/name_tokens.py`; which names are public, in `finding_aids.py`.

`change_uses` is called by the register inside the transaction and lock of every write. Nothing is kept of a
word that no published case has any more.
"""

from collections import Counter
from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models

from cases.text.name_tokens import dictionary_keys, is_word, tokens_of_name


class NameToken(models.Model):
    """One word of published names; `uses` counts its cases, `keys` are what it is looked up by."""

    token = models.TextField(primary_key=True)
    keys = ArrayField(models.TextField())
    uses = models.PositiveIntegerField()

    class Meta:
        app_label = "cases"
        indexes = [GinIndex(name="name_token_keys", fields=["keys"], fastupdate=False)]

    def __str__(self):
        return self.token


def tokens_of(names: Iterable[str]) -> list[str]:
    """The tokens of a row with these names, each once, sorted."""
    return sorted(set().union(*(tokens_of_name(name) for name in names)))


def change_uses(changes: Counter[str]) -> None:
    """Add to what is counted, by token; words seen for the first time get their keys, words without a case go.

    The caller holds the register's lock. Initials are no words.
    """
    changes = {token: change for token, change in sorted(changes.items()) if change and is_word(token)}
    if not changes:
        return
    table = NameToken._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET uses = {table}.uses + change.by FROM unnest(%s::text[], %s::int[])"
            f" AS change (token, by) WHERE {table}.token = change.token RETURNING {table}.token, {table}.uses",
            [list(changes), list(changes.values())],
        )
        counted = dict(cursor.fetchall())
        unused = [token for token, uses in counted.items() if uses <= 0]
        if unused:
            cursor.execute(f"DELETE FROM {table} WHERE token = ANY(%s)", [unused])
    NameToken.objects.bulk_create(
        NameToken(token=token, keys=dictionary_keys(token), uses=uses)
        for token, uses in changes.items()
        if token not in counted
    )
