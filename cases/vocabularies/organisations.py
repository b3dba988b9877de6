"""What somebody worked for or belonged to, and as what."""

from cases.vocabularies.terms import PROPOSED, CodeList, Term

# fmt: off
ORGANISATION_KINDS = CodeList("organisation_kinds", "Kinds of organisation", PROPOSED, [
    Term("media_outlet", "Media outlet", "A newspaper, agency, site, channel or studio."),
    Term("political_party", "Political party", "A party, registered or not."),
    Term("movement", "Movement", "A political or civic movement without formal membership."),
    Term("ngo", "Non-governmental organisation", "An association or foundation that serves a cause."),
    Term("trade_union", "Trade union", "An association of employees, or of a profession."),
    Term("religious_community", "Religious community", "A congregation, a brotherhood or a religious association."),
    Term("educational", "School, university or institute", "A place of teaching or research."),
    Term("company", "Firm", "A business that employs people."),
    Term("public_body", "Public employer", "An office, service or enterprise of the state as an employer."),
    Term("other", "Organisation of another kind", "None of the other kinds."),
    Term("unknown", "Kind of organisation not known", "No source says what kind of organisation it is."),
])

AFFILIATION_ROLES = CodeList("affiliation_roles", "Ties to an organisation", PROPOSED, [
    Term("employee", "Employed there", "Works or worked for it, in whatever post."),
    Term("contributor", "Contributes to it", "Writes, films or speaks for it without being employed."),
    Term("owner", "Founder or owner", "Founded it, or owns it."),
    Term("leader", "Leads it", "Heads it, or sits on its board."),
    Term("member", "Member", "Belongs to it."),
    Term("former_member", "Former member", "Belonged to it, or worked for it, before."),
    Term("supporter", "Supporter", "Takes its side without being a member."),
    Term("student", "Studies there", "A pupil or student of it."),
    Term("accused_of_membership", "Accused of belonging to it", "Authorities say that the person belongs to it."),
    Term("other", "Another tie", "None of the other ties."),
])
# fmt: on
