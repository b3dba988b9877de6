"""Words that stand in more than one case of a hundred: they get bitmaps, so that no search collects them row by row.

Which words those are changes slowly. Every few thousand new rows a sample of the register is looked at, and words
that have become common get their bitmaps; from then on each write keeps them. A word that has become rare keeps its
own until everything is made anew. Which words have bitmaps changes what a search costs and never what it finds.
"""

from collections import defaultdict

from django.db import connection
from pyroaring import BitMap

from cases.register.facet_block import BLOCK_BITS, WORD, FacetBlock
from cases.register.state import RegisterState

COMMON = 0.01
"""Share of the rows."""
INTERVAL = 16_384
"""So many new rows from one look to the next."""
SAMPLE = 4_096


def promote_common_words(state: RegisterState, *, before: int) -> None:
    """Look for new common words if the row numbers have passed an interval since `before`. The state is locked.

    While everything is made anew there is nothing to look at: it is done once at the end.
    """
    if state.derived_below is None and before // INTERVAL != state.next_row_number // INTERVAL:
        give_bitmaps(words_of_a_sample(state), state)


def words_of_a_sample(state: RegisterState) -> set[str]:
    """Words without bitmaps that are common among rows taken at even distances."""
    step = max(1, state.next_row_number // SAMPLE)
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH sample AS (SELECT words FROM cases_publishedcase "
            "  WHERE row_number = ANY(ARRAY(SELECT generate_series(1, %s::bigint, %s::bigint)))) "
            "SELECT word FROM sample, unnest(words) AS word "
            "GROUP BY word HAVING count(*) > %s * (SELECT count(*) FROM sample)",
            [state.next_row_number, step, COMMON],
        )
        return {word for (word,) in cursor} - FacetBlock.objects.common_words()


def give_bitmaps(words: set[str], state: RegisterState) -> None:
    """Make the bitmaps of words that have none, from the rows as they are."""
    for word in sorted(words):
        with connection.cursor() as cursor:
            cursor.execute("SELECT row_number FROM cases_publishedcase WHERE words @> ARRAY[%s]", [word])
            numbers = BitMap(number for (number,) in cursor)
        blocks = defaultdict(list)
        for number in numbers:
            blocks[number >> BLOCK_BITS].append(number)
        FacetBlock.objects.bulk_create(
            FacetBlock(
                parameter=WORD,
                value=word,
                block=block,
                sequence=state.sequence,
                bits=BitMap(rows).serialize(),
            )
            for block, rows in blocks.items()
        )
