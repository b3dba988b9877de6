"""Where, roughly, the middle of a region is: for maps, never for the place of anybody.

Latitude and longitude in degrees, rounded to a tenth (some ten kilometres), by code of ISO 3166-2. General geographical
knowledge, compared with no published list: of a city the city, of other regions the middle of the inhabited part.
Regions that stand in no list of ours are here too where cases may name their code. A region that is missing has no
circle on a map and stands in its table all the same.
"""

_AZERBAIJAN = """
    BA 40.4 49.9  GA 40.7 46.4  LA 38.8 48.9  MI 40.8 47.0  NA 40.5 46.8  NV 39.2 45.4  SA 41.2 47.2
    SM 40.6 49.7  SR 39.9 48.9  XA 39.8 46.8  YE 40.6 47.2  NX 39.3 45.5  ABS 40.5 49.6  AGA 41.1 45.4
    AGC 39.9 47.4  AGM 40.0 47.0  AGS 40.6 47.5  AGU 40.5 48.4  AST 38.5 48.7  BAB 39.2 45.4
    BAL 41.7 46.4  BAR 40.4 47.1  BEY 39.7 47.6  BIL 39.4 48.4  CAB 39.3 47.0  CAL 39.2 48.4
    CUL 39.1 45.7  DAS 40.5 46.1  FUZ 39.6 47.2  GAD 40.6 45.7  GOR 40.6 46.7  GOY 40.6 47.8
    GYG 40.5 46.3  HAC 40.1 48.9  IMI 39.9 48.0  ISM 40.8 48.2  KAL 40.1 46.0  KAN 39.4 45.2
    KUR 40.3 48.1  LAC 39.6 46.5  LAN 38.8 48.7  LER 38.8 48.4  MAS 39.0 48.6  NEF 39.4 49.1
    OGU 41.1 47.5  ORD 39.0 46.0  QAB 40.9 47.8  QAX 41.4 46.9  QAZ 41.2 45.2  QBA 41.3 48.4
    QBI 39.4 46.6  QOB 40.5 48.9  QUS 41.4 48.3  SAB 40.0 48.5  SAD 39.7 44.9  SAH 39.4 45.6
    SAK 41.1 47.1  SAL 39.6 48.9  SAR 39.6 45.0  SAT 39.9 48.3  SBN 41.2 48.9  SIY 41.0 49.1
    SKR 40.8 46.0  SMI 40.6 48.6  SMX 40.8 46.5  SUS 39.7 46.7  TAR 40.3 46.8  TOV 40.9 45.6
    UCA 40.5 47.7  XAC 41.5 48.7  XCI 39.9 46.8  XIZ 40.9 49.0  XVD 39.7 46.9  YAR 38.9 48.2
    YEV 40.6 47.0  ZAN 39.1 46.7  ZAQ 41.6 46.7  ZAR 40.2 47.7
"""

_GEORGIA = """
    AB 43.0 41.2  AJ 41.6 42.0  GU 41.9 42.2  IM 42.2 42.8  KA 41.8 45.7  KK 41.5 44.5  MM 42.3 44.7
    RL 42.6 43.1  SJ 41.5 43.3  SK 42.0 44.1  SZ 42.7 42.2  TB 41.7 44.8
"""

_ARMENIA = """
    AG 40.4 44.2  AR 39.9 44.6  AV 40.1 44.0  ER 40.2 44.5  GR 40.3 45.3  KT 40.5 44.7  LO 41.0 44.4
    SH 40.8 43.9  SU 39.3 46.2  TV 41.0 45.1  VD 39.8 45.5
"""

_RUSSIA = """
    AD 44.7 40.1  AL 50.9 86.9  ALT 52.8 82.7  AMU 53.0 127.8  ARK 63.8 43.3  AST 46.9 47.8
    BA 54.5 56.5  BEL 50.7 37.6  BRY 53.0 33.6  BU 53.0 109.0  CE 43.4 45.7  CHE 54.5 60.5
    CHU 66.4 171.0  CU 55.5 47.1  DA 43.1 47.0  IN 43.1 45.0  IRK 56.5 104.5  IVA 57.0 41.4
    KAM 56.5 159.0  KB 43.5 43.4  KC 43.8 41.7  KDA 45.3 39.4  KEM 54.6 87.0  KGD 54.7 21.2
    KGN 55.4 64.8  KHA 51.0 135.5  KHM 62.0 70.5  KIR 58.3 49.8  KK 53.5 90.0  KL 46.4 45.3
    KLU 54.4 35.4  KO 64.0 54.5  KOS 58.5 43.7  KR 63.0 33.0  KRS 51.7 36.3  KYA 58.0 93.5
    LEN 60.0 31.5  LIP 52.7 39.1  MAG 62.0 153.5  ME 56.6 47.9  MO 54.3 44.5  MOS 55.5 38.0
    MOW 55.8 37.6  MUR 68.0 34.5  NEN 67.8 55.0  NGR 58.5 32.5  NIZ 56.2 44.4  NVS 55.2 80.0
    OMS 56.0 73.3  ORE 52.0 54.5  ORL 52.8 36.5  PER 58.8 56.4  PNZ 53.2 44.6  PRI 44.8 134.3
    PSK 57.4 29.3  ROS 47.8 41.1  RYA 54.5 40.2  SA 66.0 129.5  SAK 50.2 143.0  SAM 53.3 50.5
    SAR 51.6 46.8  SE 43.0 44.3  SMO 55.0 32.9  SPE 59.9 30.3  STA 45.0 43.3  SVE 58.5 61.8
    TA 55.4 50.8  TAM 52.6 41.6  TOM 58.6 82.5  TUL 53.9 37.5  TVE 57.0 34.7  TY 51.7 94.5
    TYU 57.0 69.0  UD 57.2 52.7  ULY 54.0 47.7  VGG 49.6 44.2  VLA 56.0 40.6  VLG 60.0 40.5
    VOR 51.0 40.1  YAN 66.5 76.5  YAR 57.8 39.1  YEV 48.5 132.5  ZAB 52.5 116.5
"""

_TURKEY = """
    01 37.3 35.5  04 39.7 43.0  06 39.9 32.9  07 36.9 30.7  08 41.1 41.9  16 40.1 29.1  21 38.0 40.2
    25 40.1 41.3  27 37.1 37.4  31 36.4 36.2  33 36.8 34.4  34 41.0 29.0  35 38.4 27.3  36 40.5 43.0
    41 40.8 29.9  42 37.9 32.6  47 37.4 40.9  55 41.2 36.2  61 40.9 39.7  63 37.2 39.0  65 38.5 43.4
    75 41.1 42.7  76 39.9 44.0
"""

_MOLDOVA = "SN 47.2 29.3"

_UKRAINE = "40 44.6 33.5  43 45.3 34.4"


def _centres(country: str, table: str) -> dict[str, tuple[float, float]]:
    words = iter(table.split())
    return {
        f"{country}-{code}": (float(latitude), float(longitude))
        for code, latitude, longitude in zip(words, words, words, strict=True)
    }


REGION_CENTRES: dict[str, tuple[float, float]] = {
    **_centres("AZ", _AZERBAIJAN),
    **_centres("GE", _GEORGIA),
    **_centres("AM", _ARMENIA),
    **_centres("RU", _RUSSIA),
    **_centres("TR", _TURKEY),
    **_centres("MD", _MOLDOVA),
    **_centres("UA", _UKRAINE),
}
"""Code → latitude, longitude."""
