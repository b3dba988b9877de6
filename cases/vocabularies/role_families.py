"""Roles that are asked for together: “activists” are of several roles. A role may be in two families, or in none."""

from cases.vocabularies.people import ROLES
from cases.vocabularies.terms import PROPOSED, CodeList, Term

# fmt: off
ROLE_FAMILIES = CodeList("role_families", "Roles in families", PROPOSED, [
    Term("activists", "Activists of any kind",
         "Active in a party or a public cause, for rights, for a minority, for working people, or against a war."),
    Term("media", "Journalists and bloggers", "Report, edit or publish news."),
    Term("politics", "People in politics", "Lead, stand for or are active in a party, or broke with those in power."),
    Term("law_and_rights", "Lawyers and human rights defenders", "Stand up for the rights of others."),
    Term("faith", "People of faith", "Lead or belong to a religious community."),
    Term("learning_and_arts", "Scholars, students, writers, artists", "Study, teach, write or make works of art."),
    Term("state_service", "Officials and military", "Hold or held a post in public service or in armed forces."),
])
# fmt: on

_MEMBERS = {
    "activists": (
        "party_activist",
        "civic_activist",
        "human_rights_defender",
        "minority_activist",
        "trade_unionist",
        "anti_war",
    ),
    "media": ("journalist", "blogger"),
    "politics": ("politician", "party_activist", "former_insider"),
    "law_and_rights": ("lawyer", "human_rights_defender"),
    "faith": ("religious_figure", "believer"),
    "learning_and_arts": ("researcher", "student", "writer_artist"),
    "state_service": ("official", "military"),
}


def roles_of(family: str) -> tuple[str, ...]:
    """The codes of its roles."""
    return tuple(ROLES[code].code for code in _MEMBERS[family])
