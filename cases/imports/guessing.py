"""Which code of ours a value of a list may mean."""

import re
from difflib import get_close_matches

from cases.imports.columns import BY_NAME
from cases.vocabularies.also_called import codes_called
from cases.workflow.entering.codes import NEAR, spoken_forms

GUESSES = {
    "gender": {"m": "male", "f": "female", "k": "male", "q": "female", "м": "male", "ж": "female",
               "kişi": "male", "qadın": "female", "man": "male", "woman": "female", "муж": "male",
               "жен": "female", "муж.": "male", "жен.": "female"},
    "verdict": {"guilty": "verdict_guilty", "convicted": "verdict_guilty", "acquitted": "verdict_acquittal",
                "məhkum": "verdict_guilty", "məhkum edilib": "verdict_guilty", "bəraət": "verdict_acquittal",
                "осужден": "verdict_guilty", "осуждён": "verdict_guilty", "виновен": "verdict_guilty",
                "оправдан": "verdict_acquittal", "təqsirli": "verdict_guilty",
                "təqsirli bilinib": "verdict_guilty", "bəraət alıb": "verdict_acquittal",
                "not guilty": "verdict_acquittal", "виновна": "verdict_guilty", "осуждена": "verdict_guilty",
                "оправдана": "verdict_acquittal", "приговорён": "verdict_guilty",
                "приговорен": "verdict_guilty", "sentenced": "verdict_guilty", "həbs cəzası": "verdict_guilty"},
    "roles": {"activist": "civic_activist", "fəal": "civic_activist", "ictimai fəal": "civic_activist",
              "активист": "civic_activist", "активистка": "civic_activist", "vəkil": "lawyer",
              "advokat": "lawyer", "адвокат": "lawyer", "editor": "journalist", "редактор": "journalist",
              "redaktor": "journalist", "ученый": "researcher", "hrd": "human_rights_defender",
              "hüquq müdafiəçisi": "human_rights_defender", "правозащитник": "human_rights_defender",
              "правозащитница": "human_rights_defender", "din xadimi": "religious_figure",
              "dindar": "believer", "верующий": "believer", "верующая": "believer",
              "musician": "writer_artist", "opposition": "party_activist", "hərbçi": "military",
              "военный": "military", "предприниматель": "business", "tələbə": "student",
              "студентка": "student"},
}  # fmt: skip


_DENIED = re.compile(r"не|non|un|qeyri")


def guess(field: str, value: str) -> str:
    """What a value of theirs means, for somebody to look at: as it is known, or the only one whose word is near."""
    codes = BY_NAME[field].codes
    assert codes is not None
    known = (codes_called(codes.name) if field == "roles" else {}) | GUESSES.get(field, {})
    if value in known:
        return known[value]
    if field == "verdict" or _DENIED.match(value):
        return ""  # “невиновен” is near to “виновен”
    words = {**spoken_forms(codes), **known}
    near = {words[each] for each in get_close_matches(value, words, n=3, cutoff=NEAR)}
    choices = BY_NAME[field].choices
    fitting = [code for code in near if not choices or code in choices]
    return fitting[0] if len(fitting) == 1 else ""
