"""Ten invented entries with the structure of real lists of prisoners: what is typed, and what a reader then finds.

`shared` is typed into forms of its own before the case and named in the rows by its key. `rows` are those of the case,
`more_rows` those of a second save, which name rows of the first by a function of the case. `cells` are of the file,
`words` of the page; `private` shows nowhere where the person is not named.
"""

from dataclasses import dataclass, field
from typing import Any

from cases.models import Agency, Official, Organisation, Place

PLACES = {
    "remand": {"name": "Sarıqaya Remand Centre", "country": "AZ", "locality": "Sarıqaya"},
    "prison": {"name": "Prison No. 91", "country": "AZ", "spellings": "91 saylı cəzaçəkmə müəssisəsi"},
    "isolator": {"name": "SIZO-9, Vymyslov", "country": "RU", "locality": "Vymyslov"},
}
COURTS = {
    "district": {"name": "Sarıqaya District Court", "country": "AZ", "kind": "judiciary"},
    "grave": {"name": "Göydağ Court of Grave Crimes", "country": "AZ", "kind": "judiciary"},
    "appeal": {"name": "Göydağ Court of Appeal", "country": "AZ", "kind": "judiciary"},
    "military": {"name": "Vymyslov Garrison Military Court", "country": "RU", "kind": "judiciary"},
}
ORGANISATIONS = {
    "outlet": {"name": "Nümunə Xəbər", "country": "AZ", "kind": "media_outlet"},
    "party": {"name": "Party of Invented Freedoms", "country": "AZ", "kind": "political_party"},
}
OFFICIALS = {
    "judge": {"name": "Tofiq Hakimzadə", "office": "judge", "agency": "grave"},
    "prosecutor": {"name": "Nazim İttihamlı", "office": "prosecutor", "agency": "grave"},
    "investigator": {"name": "Kamil Təhqiqov", "office": "investigator", "agency": "district"},
}
SHARED: dict[str, tuple[type, dict[str, Any]]] = {
    **{key: (Place, values) for key, values in PLACES.items()},
    **{key: (Agency, values) for key, values in COURTS.items()},
    **{key: (Organisation, values) for key, values in ORGANISATIONS.items()},
    **{key: (Official, values) for key, values in OFFICIALS.items()},
}
LINKS = ("place", "court", "agency", "organisation", "official")
"""Fields of rows that name something shared."""


@dataclass(frozen=True)
class Listed:
    rows: dict[str, list[dict[str, Any]]]
    cells: dict[str, str]
    words: tuple[str, ...]
    private: tuple[str, ...] = ()
    more_rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    case: dict[str, Any] = field(default_factory=dict)
    country: str = "AZ"
    private_lawyer: str = ""


def _first(name):
    return lambda case: getattr(case, name).order_by("pk").first().pk


ENTRIES = {
    "Qəhrəman Uydurma": Listed(
        rows={
            "events": [
                {"kind": "arrest", "date_0": "20.11.2023"},
                {"kind": "verdict_guilty", "date_0": "20.06.2025"},
                {"kind": "solitary_confinement", "date_0": "2025-07-01", "until_0": "2025-07-15"},
                {"kind": "transfer_ordered", "date_0": "2025-07-20", "description": "To a prison far away."},
                {"kind": "transfer_appealed", "date_0": "2025-07-22", "decision": "refused"},
            ],
            "charges": [{"printed_article": "CM-in 28/206.3.2-ci maddəsi", "status": "convicted"}],
            "sentences": [{"printed_term": "7,5", "kind": "imprisonment", "date_0": "20.06.2025"}],
        },
        cells={
            "charge_articles": "AZ Criminal Code 206.3.2",
            "sentence": "Imprisonment, 7 years 6 months",
            "sentence_months": "90",
            "measures": "solitary_confinement | transfer_ordered | transfer_appealed",
        },
        words=(
            "article 206.3.2",
            "Preparation",
            "Imprisonment, 7 years, 6 months",
            "Solitary confinement",
            "until 15 July 2025",
            "Transfer challenged: refused",
        ),
        private=("Solitary confinement", "Transfer challenged", "15 July"),
    ),
    "Nigar Xəyali": Listed(
        rows={
            "events": [
                {"kind": "arrest", "date_0": "20.11.2023"},
                {"kind": "verdict_guilty", "date_0": "20.06.2025"},
                {"kind": "medical_care_refused", "date_0": "2025-03"},
                {"kind": "passport_seized", "date_0": "2023-11-21"},
            ],
            "charges": [{"printed_article": "193-1.3.2", "status": "convicted"}],
            "sentences": [
                {"printed_term": "8 il 6 ay", "kind": "imprisonment", "amount": "5000", "currency": "AZN",
                 "date_0": "20.06.2025"},
            ],
        },
        cells={
            "charge_articles": "AZ Criminal Code 193-1.3.2",
            "sentence": "Imprisonment, 8 years 6 months, 5000 AZN",
            "sentence_months": "102",
            "measures": "passport_seized | medical_care_refused",
        },
        words=("Imprisonment, 8 years, 6 months, 5,000 AZN", "8 il 6 ay", "Passport seized", "Medical care refused"),
        private=("5,000", "Passport seized", "Medical care refused"),
    ),
    "Иван Придуманный": Listed(
        country="RU",
        rows={
            "events": [
                {"kind": "arrest", "date_0": "2024-02-05"},
                {"kind": "verdict_guilty", "date_0": "2025-01-30"},
                {"kind": "hunger_strike", "date_0": "2024-06-01", "until_0": "2024-06-20"},
                {"kind": "accounts_frozen", "date_0": "2024-02-10"},
            ],
            "charges": [{"printed_article": "ч. 3 ст. 30, ст. 275 УК РФ", "status": "convicted"}],
            "sentences": [
                {"printed_term": "пожизненно", "date_0": "2025-01-30"},
                {"kind": "fine", "amount": "300000.50", "currency": "RUB", "date_0": "2025-01-30"},
            ],
        },
        cells={
            "charge_articles": "RU Criminal Code 275",
            "sentence": "Life imprisonment, пожизненно; Fine, 300000.5 RUB",
            "sentence_months": "",
            "measures": "accounts_frozen | hunger_strike",
            "co_defendants": "",
        },
        words=("Attempt", "Life imprisonment", "Fine, 300,000.5 RUB", "until 20 June 2024"),
        private=("300,000", "Accounts frozen", "20 June"),
    ),
    # Five articles, two courts, a transfer, an appeal that shortened the sentence.
    "Fərid Nümunəzadə": Listed(
        case={"age_at_arrest": "34"},
        rows={
            "proceedings": [
                {"number": "1", "kind": "criminal", "jurisdiction": "AZ", "counsel": "before_trial"},
            ],
            "charges": [
                {"printed_article": article, "status": "convicted"}
                for article in ("192.2.2", "193-1.3.1", "193-1.3.2", "28-206.3.2", "213.2.1")
            ],
            "events": [
                {"kind": "arrest", "date_0": "2023-11-20", "place": "remand"},
                {"kind": "remand", "date_0": "2023-11-21", "court": "district"},
                {"kind": "verdict_guilty", "date_0": "2025-06-20", "court": "grave"},
                {"kind": "appeal_decision", "decision": "reduced", "date_0": "2025-10-03", "court": "appeal"},
                {"kind": "transfer", "date_0": "2025-11-05", "place": "prison"},
            ],
            "sentences": [{"printed_term": "9 il", "kind": "imprisonment", "date_0": "2025-06-20"}],
            "affiliations": [{"organisation": "outlet", "role": "employee", "words": "an editor"}],
            "participations": [
                {"official": "judge", "role": "presiding_judge"},
                {"official": "prosecutor", "role": "prosecutor"},
                {"official": "investigator", "role": "investigator"},
            ],
            "lawyers": [{"name": "Vəkil Açıqzadə"}],
        },
        more_rows={
            "sentences": [
                {"printed_term": "8 years 6 months", "kind": "imprisonment", "date_0": "2025-10-03",
                 "supersedes": _first("sentences")},
            ],
        },
        cells={
            "charge_articles": " | ".join(
                f"AZ Criminal Code {article}"
                for article in ("192.2.2", "193-1.3.1", "193-1.3.2", "206.3.2", "213.2.1")
            ),
            "sentence": "Imprisonment, 8 years 6 months",
            "held_at": "Prison No. 91",
            "held_at_as_of": "2025-11-05",
            "courts": "Sarıqaya District Court | Göydağ Court of Grave Crimes | Göydağ Court of Appeal",
            "officials": "Tofiq Hakimzadə | Nazim İttihamlı | Kamil Təhqiqov",
            "official_roles": "presiding_judge | prosecutor | investigator",
            "lawyers": "Vəkil Açıqzadə",
            "counsel": "before_trial",
            "organisations": "Nümunə Xəbər",
            "organisation_roles": "employee",
            "age_at_arrest": "34",
        },
        words=(
            "Prison No. 91",
            "Göydağ Court of Grave Crimes",
            "Göydağ Court of Appeal",
            "replaced by a later sentence",
            "Tofiq Hakimzadə",
            "Vəkil Açıqzadə",
            "counsel after indictment, before trial",
            "Nümunə Xəbər",
            "34",
        ),
        private=(
            "Prison No. 91", "Sarıqaya", "Göydağ", "Hakimzadə", "İttihamlı", "Təhqiqov", "Açıqzadə",
            "Nümunə Xəbər", "before trial", "5 November",
        ),
    ),
    # Handed over from abroad, held without a verdict, no visits, no letters, a lawyer nobody names in public.
    "Röya Uydurmalı": Listed(
        case={"host": "GE", "location": "GE", "destination": "AZ"},
        private_lawyer="Gizli Vəkilov",
        rows={
            "proceedings": [
                {"number": "1", "kind": "criminal", "jurisdiction": "AZ", "counsel": "not_permitted"},
            ],
            "charges": [{"printed_article": "AZ CC 281.2", "status": "charged"}],
            "events": [
                {"kind": "arrest_foreign_request", "date_0": "2024-03-05"},
                {"kind": "extradition", "date_0": "2024-05-10"},
                {"kind": "remand", "date_0": "2024-05-11", "court": "district", "in_absentia": False},
                {"kind": "visit_denied", "date_0": "2024-06"},
                {"kind": "letters_refused", "date_0": "2024-07-01", "until_0": "2024-09-30"},
                {"kind": "confirmed_still_held", "date_0": "2025-02-01", "place": "remand"},
            ],
            "affiliations": [{"organisation": "party", "role": "former_member"}],
        },
        cells={
            "charge_articles": "AZ Criminal Code 281.2",
            "charge_statuses": "charged",
            "custody_status": "pretrial_detention",
            "held_at": "Sarıqaya Remand Centre",
            "held_at_as_of": "2025-02-01",
            "measures": "visit_denied | letters_refused",
            "counsel": "not_permitted",
            "organisations": "Party of Invented Freedoms",
            "lawyers": "",
            "host": "GE",
        },
        words=("Sarıqaya Remand Centre", "no counsel permitted", "Letters refused", "until 30 September 2024"),
        private=("Sarıqaya", "Letters refused", "no counsel", "Invented Freedoms", "10 May"),
    ),
    # Several short administrative arrests in a row, then a criminal case.
    "Samir Xəyalzadə": Listed(
        rows={
            "proceedings": [
                {"number": "1", "kind": "administrative", "jurisdiction": "AZ"},
                {"number": "2", "kind": "administrative", "jurisdiction": "AZ"},
                {"number": "3", "kind": "administrative", "jurisdiction": "AZ"},
                {"number": "4", "kind": "criminal", "jurisdiction": "AZ"},
            ],
            "charges": [
                {"printed_article": "İXM 535.1", "status": "convicted", "proceeding_number": "1"},
                {"printed_article": "İXM 535.1", "status": "convicted", "proceeding_number": "2"},
                {"printed_article": "İXM-in 510-cu maddəsi", "status": "convicted", "proceeding_number": "3"},
                {"printed_article": "CM 221.3", "status": "charged", "proceeding_number": "4"},
            ],
            "events": [
                {"kind": "detained", "date_0": "2024-05-01", "proceeding_number": "1"},
                {"kind": "administrative_sentence", "date_0": "2024-05-02", "until_0": "2024-05-15",
                 "proceeding_number": "1", "court": "district"},
                {"kind": "release", "date_0": "2024-05-15", "proceeding_number": "1"},
                {"kind": "detained", "date_0": "2024-05-15", "proceeding_number": "2"},
                {"kind": "administrative_sentence", "date_0": "2024-05-16", "until_0": "2024-06-13",
                 "proceeding_number": "2", "court": "district"},
                {"kind": "release", "date_0": "2024-06-13", "proceeding_number": "2"},
                {"kind": "arrest", "date_0": "2024-08-02", "proceeding_number": "4", "place": "remand"},
            ],
            "sentences": [
                {"printed_term": "15 sutka", "kind": "administrative_arrest", "date_0": "2024-05-02",
                 "proceeding_number": "1"},
                {"printed_term": "30", "kind": "administrative_arrest", "date_0": "2024-05-16",
                 "proceeding_number": "2"},
                {"printed_term": "400 manat", "date_0": "2024-07-01", "proceeding_number": "3"},
            ],
        },
        cells={
            "charge_articles": "AZ Code of Administrative Offences 535.1 | AZ Code of Administrative Offences 535.1 | "
            "AZ Code of Administrative Offences 510 | AZ Criminal Code 221.3",
            "sentence": "Administrative arrest, 15 days; Administrative arrest, 30 days; Fine, 400 AZN",
            "held_at": "Sarıqaya Remand Centre",
        },
        words=("15 days", "30 days", "Fine, 400 AZN", "Sarıqaya District Court"),
        private=("Sarıqaya", "400 AZN", "2 May", "15 May"),
    ),
    # Parts of a sentence added up to a total, a fine beside it, a licence lost.
    "Анна Вымышленная": Listed(
        country="RU",
        rows={
            "charges": [
                {"printed_article": "ч. 3 ст. 30 – п. «г» ч. 4 ст. 228.1 УК РФ", "status": "convicted"},
                {"printed_article": "ч. 5 ст. 33, ч. 1 ст. 205.1 УК РФ", "status": "convicted"},
            ],
            "events": [
                {"kind": "arrest", "date_0": "2024-02-05", "place": "isolator"},
                {"kind": "licence_withdrawn", "date_0": "2024-03-01", "until_0": "2024-12-31"},
                {"kind": "medical_care_refused", "date_0": "2024-04-02", "until_0": "2024-04-20"},
                {"kind": "verdict_guilty", "date_0": "2025-01-30", "court": "military"},
            ],
            "sentences": [
                {"printed_term": "12 лет 6 месяцев и штраф 1 млн рублей", "kind": "imprisonment", "regime": "strict",
                 "date_0": "2025-01-30"},
            ],
        },
        more_rows={
            "sentences": [
                {"printed_term": "10 лет", "kind": "imprisonment", "date_0": "2025-01-30",
                 "total": _first("sentences")},
                {"printed_term": "5,5 лет", "kind": "imprisonment", "date_0": "2025-01-30",
                 "total": _first("sentences")},
            ],
        },
        cells={
            "charge_articles": "RU Criminal Code 228.1 | RU Criminal Code 205.1",
            "sentence": "Imprisonment, 12 years 6 months, 1000000 RUB, Strict regime",
            "sentence_months": "150",
            "measures": "licence_withdrawn | medical_care_refused",
            "courts": "Vymyslov Garrison Military Court",
        },
        words=("Attempt", "Complicity", "12 years, 6 months, 1,000,000 RUB", "part of the total", "5 years, 6 months"),
        private=("Vymyslov", "1,000,000", "Medical care refused", "withdrawn until"),
    ),
    # An earlier conviction by a code no longer in force; a hunger strike with its end.
    "Tural Nağıl": Listed(
        rows={
            "charges": [
                {"printed_article": "AZ CC1960 57", "status": "convicted"},
                {"printed_article": "29, 32.5, 120.2.1", "status": "dropped"},
            ],
            "events": [
                {"kind": "arrest", "date_0": "1997-03"},
                {"kind": "hunger_strike", "date_0": "1997-04-02", "until_0": "1997-04-11"},
                {"kind": "ill_treatment", "date_0": "1997-05"},
                {"kind": "verdict_guilty", "date_0": "1997-10-12", "court": "grave"},
                {"kind": "release", "date_0": "1999-06-20"},
            ],
            "sentences": [{"printed_term": "7.5 years", "kind": "imprisonment", "date_0": "1997-10-12"}],
            "participations": [{"official": "judge", "role": "judge", "words": "presided over the trial"}],
        },
        cells={
            "charge_articles": "AZ Criminal Code of 1960 57 | AZ Criminal Code 120.2.1",
            "sentence": "Imprisonment, 7 years 6 months",
            "measures": "hunger_strike | ill_treatment",
            "officials": "Tofiq Hakimzadə",
            "official_agencies": "Göydağ Court of Grave Crimes",
        },
        words=("until 11 April 1997", "presided over the trial", "Complicity", "Ill-treatment"),
        private=("Göydağ", "Hakimzadə", "presided", "11 April"),
    ),
    # Texts in three languages, and a confirmation that says where.
    "Günel Tərcümə": Listed(
        rows={
            "charges": [{"printed_article": "Maddə 274", "status": "alleged"}],
            "events": [
                {"kind": "arrest", "date_0": "2025-01-10"},
                {"kind": "passport_seized", "date_0": "2025-01-10", "until_0": "2025-03-01"},
                {"kind": "accounts_frozen", "date_0": "2025-01-12", "until_0": "2025-06-30"},
                {"kind": "confirmed_still_held", "date_0": "2025-08-01", "place": "prison"},
            ],
            "translations": [
                {"field": "title", "language": "az", "text": "Günel Tərcümənin işi", "translated_by": "A. Sample"},
                {"field": "title", "language": "ru", "text": "Дело Гюнель Терджюме", "translated_by": "A. Sample"},
                {"field": "summary", "language": "az", "text": "Siyahıda deyildiyi kimi.", "translated_by": "A. B."},
                {"field": "summary", "language": "ru", "text": "Как сказано в списке.", "translated_by": "A. Sample"},
            ],
        },
        cells={
            "title_az": "Günel Tərcümənin işi",
            "title_ru": "Дело Гюнель Терджюме",
            "summary_az": "Siyahıda deyildiyi kimi.",
            "summary_ru": "Как сказано в списке.",
            "held_at": "Prison No. 91",
            "held_at_as_of": "2025-08-01",
            "measures": "passport_seized | accounts_frozen",
        },
        words=("Prison No. 91", "until 30 June 2025", "until 1 March 2025"),
        private=("Prison No. 91", "30 June", "Passport seized"),
    ),
    # Released on house arrest after months, an ordinary fine, a contributor who founded the outlet.
    "Orxan Bəlkəyev": Listed(
        case={"age_at_arrest": "61"},
        rows={
            "charges": [{"printed_article": "m. 228.1", "status": "reclassified"}],
            "events": [
                {"kind": "arrest", "date_0": "2025-02-01", "place": "remand"},
                {"kind": "health", "date_0": "2025-03-03"},
                {"kind": "house_arrest_order", "date_0": "2025-05-20", "court": "district"},
                {"kind": "verdict_guilty", "date_0": "2025-09-01", "court": "grave"},
                {"kind": "release", "date_0": "2025-09-01"},
            ],
            "sentences": [{"printed_term": "3 il 6 ay şərti", "date_0": "2025-09-01"}],
            "affiliations": [
                {"organisation": "outlet", "role": "owner", "words": "founded it"},
                {"organisation": "party", "role": "member"},
            ],
        },
        more_rows={
            "charges": [{"printed_article": "233", "status": "convicted"}],
        },
        cells={
            "charge_articles": "AZ Criminal Code 228.1 | AZ Criminal Code 233",
            "charge_statuses": "reclassified | convicted",
            "sentence": "Suspended sentence, 3 years 6 months",
            "courts": "Sarıqaya District Court | Göydağ Court of Grave Crimes",
            "organisations": "Nümunə Xəbər | Party of Invented Freedoms",
            "organisation_roles": "owner | member",
            "age_at_arrest": "61",
        },
        words=("Suspended sentence, 3 years, 6 months", "founded it", "61"),
        private=("Sarıqaya", "Göydağ", "founded it", "Nümunə Xəbər", "Invented Freedoms", "20 May"),
    ),
}  # fmt: skip
