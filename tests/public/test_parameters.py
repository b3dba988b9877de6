"""Words for the parameters of the list."""

from cases.public.presentation.parameters import TITLES
from cases.public.query import CODED, SINGLE


def test_every_parameter_has_a_title():
    assert set(TITLES) == {*SINGLE, *CODED} - {"sort"}
