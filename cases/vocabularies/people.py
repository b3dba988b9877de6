"""Who is recorded: identity and consent, roles, affected groups, names and their scripts, relations.

Ethnicity and language are two lists and two fields: neither follows from the other. Which of these facts may
be published is decided in ``cases.models.classification``, not here.
"""

from .languages import ETHNICITIES, LANGUAGES, SCRIPTS
from .terms import PROPOSED, CodeList, Term

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

# fmt: off
IDENTITIES = CodeList("identities", "Identity to the public", PROPOSED, [
    Term("named", "Named", "Adı ilə", "По имени", "The public sees the name."),
    Term("initials", "Initials only", "Yalnız inisiallar", "Только инициалы",
         "The public sees initials, and nothing that gives the name away."),
    Term("withheld", "Name withheld", "Adı açıqlanmır", "Имя не раскрывается",
         "The public sees that somebody is meant, and not who."),
])

CONSENTS = CodeList("consents", "Consent", PROPOSED, [
    Term("publish_named", "Publish with the name", "Adı ilə dərc etmək", "Публиковать с именем",
         "The person agrees to be published by name."),
    Term("none_public_source", "No consent, public source", "Razılıq yoxdur, mənbə açıqdır",
         "Согласия нет, источник открытый",
         "Nobody was asked; everything comes from what is already public."),
    Term("publish_anonymised", "Publish without the name", "Adsız dərc etmək", "Публиковать без имени",
         "The person agrees to be published as long as nobody can tell who it is."),
    Term("share_partners", "Share with partners only", "Yalnız tərəfdaşlarla paylaşmaq",
         "Только для партнёров", "The record may go to named partners and not to the public."),
    Term("internal_only", "Internal use only", "Yalnız daxili istifadə", "Только для внутреннего пользования",
         "The record may be kept and used here and goes nowhere else."),
    Term("withdrawn", "Consent withdrawn", "Razılıq geri götürülüb", "Согласие отозвано",
         "Consent was given and has been taken back."),
    Term("refused", "Refused", "Razılıq verilməyib", "Отказано", "The person or their family said no."),
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
    Term("self", "The person", "Şəxsin özü", "Сам человек",
         "The person spoke for themselves; this goes before what anyone else said."),
    Term("family", "Family", "Ailəsi", "Семья", "A relative spoke for the person."),
    Term("lawyer", "Lawyer", "Vəkili", "Адвокат", "A lawyer spoke for the person."),
])

RISK_OUTCOMES = CodeList("risk_outcomes", "Outcome of a risk review", PROPOSED, [
    Term("clear", "Clear", "Risk görünmür", "Риска не видно", "Nothing speaks against publishing."),
    Term("mitigated", "Mitigated", "Risk azaldılıb", "Риск снижен",
         "Publishing is acceptable with what was left out or changed."),
    Term("hold", "On hold", "Gözləməyə alınıb", "Отложено", "Not now; to be reviewed again."),
    Term("refuse", "Do not publish", "Dərc etməmək", "Не публиковать", "Publishing would endanger someone."),
])

GENDERS = CodeList("genders", "Gender", PROPOSED, [
    Term("female", "Female", "Qadın", "Женский", "A woman or girl."),
    Term("male", "Male", "Kişi", "Мужской", "A man or boy."),
    Term("other", "Other gender", "Digər", "Иной", "A person who is neither of the two, or both."),
    Term("unknown", "Not stated", "Bildirilməyib", "Не указан", "No source states it."),
])

ROLES = CodeList("roles", "Roles", PROPOSED, [
    Term("journalist", "Journalist", "Jurnalist", "Журналист", "Reports or edits news."),
    Term("blogger", "Blogger", "Bloger", "Блогер", "Publishes on the internet in their own name or channel."),
    Term("researcher", "Researcher", "Tədqiqatçı", "Исследователь", "Does scholarly work."),
    Term("student", "Student", "Tələbə", "Студент", "Studies at a school or university."),
    Term("politician", "Politician", "Siyasətçi", "Политик", "Leads a party or stands for or holds office."),
    Term("party_activist", "Party activist", "Partiya fəalı", "Партийный активист",
         "Is active in a party without leading it."),
    Term("civic_activist", "Civic activist", "İctimai fəal", "Гражданский активист",
         "Is active in public causes outside parties."),
    Term("human_rights_defender", "Human rights defender", "Hüquq müdafiəçisi", "Правозащитник",
         "Works peacefully for the rights of others."),
    Term("lawyer", "Lawyer", "Vəkil", "Адвокат", "Practises law."),
    Term("religious_figure", "Religious figure", "Din xadimi", "Религиозный деятель",
         "Leads prayer, teaches or speaks for a religious community."),
    Term("believer", "Believer", "Dindar", "Верующий", "Is targeted as a member of a religious community."),
    Term("writer_artist", "Writer or artist", "Yazıçı və ya sənətçi", "Писатель или деятель искусства",
         "Writes, performs or makes works of art."),
    Term("minority_activist", "Minority activist", "Azlıq hüquqları fəalı",
         "Активист движения меньшинств", "Speaks up for the rights or the language of a minority."),
    Term("community_leader", "Community leader", "İcma lideri", "Лидер общины",
         "Is looked to by a local, ethnic or other community."),
    Term("trade_unionist", "Trade unionist", "Həmkarlar ittifaqı fəalı", "Профсоюзный активист",
         "Organises working people."),
    Term("anti_war", "Opponent of war", "Müharibə əleyhdarı", "Противник войны",
         "Speaks or acts against a war."),
    Term("official", "Official", "Dövlət məmuru", "Чиновник", "Holds or held a post in public service."),
    Term("former_insider", "Former insider", "Keçmiş vəzifəli şəxs", "Бывший представитель власти",
         "Belonged to those in power and broke with them."),
    Term("military", "Member of the military", "Hərbçi", "Военнослужащий",
         "Serves or served in armed forces."),
    Term("business", "Business person", "Sahibkar", "Предприниматель", "Owns or runs a business."),
    Term("family_member", "Family member of a target", "Hədəfin ailə üzvü", "Член семьи преследуемого",
         "Is targeted because of a relative."),
    Term("migrant_exile", "Migrant or exile", "Miqrant və ya mühacir", "Мигрант или эмигрант",
         "Lives outside their own country."),
    Term("other", "Other role", "Digər", "Иная роль", "Is known for something else."),
])

GROUPS = CodeList("groups", "Affected groups", "HURIDOCS Micro-thesauri, list 23", [
    Term("ethnic", "Ethnic group", "Etnik qrup", "Этническая группа", "Targeted as one of an ethnic group."),
    Term("religious", "Religious group", "Dini qrup", "Религиозная группа",
         "Targeted as one of a religious group."),
    Term("linguistic", "Linguistic group", "Dil qrupu", "Языковая группа",
         "Targeted as a speaker of a language."),
    Term("sexual_orientation_gender", "Sexual orientation or gender identity",
         "Cinsi oriyentasiya və ya gender kimliyi", "Сексуальная ориентация или гендерная идентичность",
         "Targeted because of orientation or gender identity, real or presumed."),
    Term("women", "Women", "Qadınlar", "Женщины", "Targeted as a woman."),
    Term("child", "Children", "Uşaqlar", "Дети", "Under eighteen when it happened."),
    Term("disability", "People with disabilities", "Əlilliyi olan şəxslər", "Люди с инвалидностью",
         "Lives with a disability."),
    Term("refugee_asylum", "Refugees and asylum seekers", "Qaçqınlar və sığınacaq axtaranlar",
         "Беженцы и просители убежища", "Has, or has asked for, protection in another country."),
    Term("exile", "Exiles", "Mühacirlər", "Эмигранты", "Lives abroad because of pressure at home."),
    Term("relative_of_target", "Relatives of targets", "Hədəflərin yaxınları", "Близкие преследуемых",
         "Targeted in the place of a relative."),
])

NAME_KINDS = CodeList("name_kinds", "Kinds of name", PROPOSED, [
    Term("official", "Official name", "Rəsmi ad", "Официальное имя", "As it stands in documents."),
    Term("alias", "Alias", "Ləqəb", "Псевдоним или прозвище", "Another name the person goes by."),
    Term("transliteration", "Transliteration", "Transliterasiya", "Транслитерация",
         "The same name written in another script or spelling."),
    Term("birth", "Birth name", "Doğum adı", "Имя при рождении", "The name given at birth."),
    Term("former", "Former name", "Əvvəlki ad", "Прежнее имя", "A name the person no longer bears."),
    Term("pen", "Pen name", "Təxəllüs", "Литературный псевдоним", "The name the person publishes under."),
])

PERSON_RELATIONS = CodeList("person_relations", "Relations between persons", PROPOSED, [
    Term("spouse", "Spouse or partner", "Həyat yoldaşı", "Супруг или партнёр", "Married or living together."),
    Term("parent", "Parent", "Valideyn", "Родитель", "Mother or father of the other."),
    Term("child", "Child", "Övlad", "Ребёнок", "Son or daughter of the other."),
    Term("sibling", "Sibling", "Qardaş və ya bacı", "Брат или сестра", "Brother or sister of the other."),
    Term("relative", "Other relative", "Digər qohum", "Иной родственник", "Related in another way."),
    Term("colleague", "Colleague", "Həmkar", "Коллега", "Works or worked with the other."),
    Term("lawyer", "Lawyer of the other", "Vəkili", "Адвокат другого",
         "Represents or represented the other."),
    Term("co_defendant", "Co-defendant", "Eyni iş üzrə təqsirləndirilən", "Сообвиняемый",
         "Accused in the same case."),
    Term("business_partner", "Business partner", "Biznes tərəfdaşı", "Деловой партнёр",
         "Does or did business with the other."),
    Term("other", "Other relation", "Digər əlaqə", "Иная связь", "Connected in another way."),
])
# fmt: on
