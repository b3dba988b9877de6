"""Who is recorded: identity and consent, roles, affected groups, names and their scripts, relations.

Ethnicity and language are two lists and two fields: neither follows from the other. Which of these facts may
be published is decided in `cases.models.classification`, not here.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import override

from cases.vocabularies.languages import ETHNICITIES, LANGUAGES, SCRIPTS
from cases.vocabularies.terms import PROPOSED, CodeList, Term

__all__ = [
    "CONSENTS",
    "CONSENT_BY",
    "CONSENT_STRICTNESS",
    "ETHNICITIES",
    "GENDERS",
    "GROUPS",
    "IDENTITIES",
    "LANGUAGES",
    "NAME_KINDS",
    "PERSON_RELATIONS",
    "RISK_OUTCOMES",
    "ROLES",
    "SCRIPTS",
    "UNPUBLISHABLE_CONSENTS",
]


@dataclass(frozen=True, repr=False)
class Role(Term):
    """A role, which some languages call otherwise of a woman: «журналистка»."""

    @property
    def wordings(self) -> tuple[str, ...]:
        return (self.en, self._of_a_woman)

    @property
    def _of_a_woman(self) -> str:
        return f"{self.en} (woman)"

    def label_of(self, gender: str) -> str:
        """The label in the active language for somebody of that gender, a code of GENDERS."""
        return (gender == "female" and self._translated(self._of_a_woman)) or self.label_now

    def in_every_language(self) -> tuple[str, ...]:
        """As it may be typed, of whomever."""
        spoken = list(super().in_every_language())
        for language, _name in settings.LANGUAGES:
            with override(language):
                spoken.append(self.label_of("female"))
        return tuple(dict.fromkeys(spoken))


# fmt: off
IDENTITIES = CodeList("identities", "Identity to the public", PROPOSED, [
    Term("named", "Named", "The public sees the name."),
    Term("initials", "Initials only", "The public sees initials, and nothing that gives the name away."),
    Term("withheld", "Name withheld", "The public sees that somebody is meant, and not who."),
])

CONSENTS = CodeList("consents", "Consent", PROPOSED, [
    Term("publish_named", "Publish with the name", "The person agrees to be published by name."),
    Term("none_public_source", "No consent, public source",
         "Nobody was asked; everything comes from what is already public."),
    Term("publish_anonymised", "Publish without the name",
         "The person agrees to be published as long as nobody can tell who it is."),
    Term("share_partners", "Share with partners only",
         "The record may go to named partners and not to the public."),
    Term("internal_only", "Internal use only", "The record may be kept and used here and goes nowhere else."),
    Term("withdrawn", "Consent withdrawn", "Consent was given and has been taken back."),
    Term("refused", "Refused", "The person or their family said no."),
])
# fmt: on

CONSENT_STRICTNESS = (
    "publish_named",
    "none_public_source",
    "publish_anonymised",
    "share_partners",
    "internal_only",
    "withdrawn",
    "refused",
)
"""From laxest to strictest; of several consents the strictest holds. That one has expired is derived."""

UNPUBLISHABLE_CONSENTS = frozenset({"share_partners", "internal_only", "withdrawn", "refused"})
"""Consents with which nothing is published."""

# fmt: off
CONSENT_BY = CodeList("consent_by", "Consent given by", PROPOSED, [
    Term("self", "The person", "The person spoke for themselves; this goes before what anyone else said."),
    Term("family", "Family", "A relative spoke for the person."),
    Term("lawyer", "Lawyer", "A lawyer spoke for the person."),
])

RISK_OUTCOMES = CodeList("risk_outcomes", "Outcome of a risk review", PROPOSED, [
    Term("clear", "Clear", "Nothing speaks against publishing."),
    Term("mitigated", "Mitigated", "Publishing is acceptable with what was left out or changed."),
    Term("hold", "On hold", "Not now; to be reviewed again."),
    Term("refuse", "Do not publish", "Publishing would endanger someone."),
])

GENDERS = CodeList("genders", "Gender", PROPOSED, [
    Term("female", "Female", "A woman or girl."),
    Term("male", "Male", "A man or boy."),
    Term("other", "Other gender", "A person who is neither of the two, or both."),
    Term("unknown", "Not stated", "No source states it."),
])

ROLES = CodeList("roles", "Roles", PROPOSED, [
    Role("journalist", "Journalist", "Reports or edits news."),
    Role("blogger", "Blogger", "Publishes on the internet in their own name or channel."),
    Role("researcher", "Researcher", "Does scholarly work."),
    Role("student", "Student", "Studies at a school or university."),
    Role("politician", "Politician", "Leads a party or stands for or holds office."),
    Role("party_activist", "Party activist", "Is active in a party without leading it."),
    Role("civic_activist", "Civic activist", "Is active in public causes outside parties."),
    Role("human_rights_defender", "Human rights defender", "Works peacefully for the rights of others."),
    Role("lawyer", "Lawyer", "Practises law."),
    Role("religious_figure", "Religious figure",
         "Leads prayer, teaches or speaks for a religious community."),
    Role("believer", "Believer", "Is targeted as a member of a religious community."),
    Role("writer_artist", "Writer or artist", "Writes, performs or makes works of art."),
    Role("minority_activist", "Minority activist", "Speaks up for the rights or the language of a minority."),
    Role("community_leader", "Community leader", "Is looked to by a local, ethnic or other community."),
    Role("trade_unionist", "Trade unionist", "Organises working people."),
    Role("anti_war", "Opponent of war", "Speaks or acts against a war."),
    Role("official", "Official", "Holds or held a post in public service."),
    Role("former_insider", "Former insider", "Belonged to those in power and broke with them."),
    Role("military", "Member of the military", "Serves or served in armed forces."),
    Role("business", "Business person", "Owns or runs a business."),
    Role("family_member", "Family member of a target", "Is targeted because of a relative."),
    Role("migrant_exile", "Migrant or exile", "Lives outside their own country."),
    Role("other", "Other role", "Is known for something else."),
])

GROUPS = CodeList("groups", "Affected groups", "HURIDOCS Micro-thesauri, list 23", [
    Term("ethnic", "Ethnic group", "Targeted as one of an ethnic group."),
    Term("religious", "Religious group", "Targeted as one of a religious group."),
    Term("linguistic", "Linguistic group", "Targeted as a speaker of a language."),
    Term("sexual_orientation_gender", "Sexual orientation or gender identity",
         "Targeted because of orientation or gender identity, real or presumed."),
    Term("women", "Women", "Targeted as a woman."),
    Term("child", "Children", "Under eighteen when it happened."),
    Term("disability", "People with disabilities", "Lives with a disability."),
    Term("refugee_asylum", "Refugees and asylum seekers",
         "Has, or has asked for, protection in another country."),
    Term("exile", "Exiles", "Lives abroad because of pressure at home."),
    Term("relative_of_target", "Relatives of targets", "Targeted in the place of a relative."),
])

NAME_KINDS = CodeList("name_kinds", "Kinds of name", PROPOSED, [
    Term("official", "Official name", "As it stands in documents."),
    Term("alias", "Alias", "Another name the person goes by."),
    Term("transliteration", "Transliteration", "The same name written in another script or spelling."),
    Term("birth", "Birth name", "The name given at birth."),
    Term("former", "Former name", "A name the person no longer bears."),
    Term("pen", "Pen name", "The name the person publishes under."),
])

PERSON_RELATIONS = CodeList("person_relations", "Relations between persons", PROPOSED, [
    Term("spouse", "Spouse or partner", "Married or living together."),
    Term("parent", "Parent", "Mother or father of the other."),
    Term("child", "Child", "Son or daughter of the other."),
    Term("sibling", "Sibling", "Brother or sister of the other."),
    Term("relative", "Other relative", "Related in another way."),
    Term("colleague", "Colleague", "Works or worked with the other."),
    Term("lawyer", "Lawyer of the other", "Represents or represented the other."),
    Term("co_defendant", "Co-defendant", "Accused in the same case."),
    Term("business_partner", "Business partner", "Does or did business with the other."),
    Term("other", "Other relation", "Connected in another way."),
])
# fmt: on
