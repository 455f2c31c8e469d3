"""Sample exhibits that are grids: rank bands of universities, signs of the challenges of AI start-ups."""

from dataclasses import replace

from loaders.exhibit import Exhibit, Item, Role
from loaders.view import ViewKind
from tests.sample_exhibits import BEST, RANK, SHARE, SIGN, WORST, exhibit, mark, printed

SUBJECTS = {
    "biotechnology": "Biotechnologie",
    "biological_sciences": "Sciences biologiques",
    "human_biology": "Sciences biologiques humaines",
    "clinical_medicine": "Médecine clinique",
    "public_health": "Santé publique",
    "medical_technology": "Technologies médicales",
    "pharmacy": "Pharmacie et sciences pharmaceutiques",
}
UNIVERSITIES = {
    "paris_cite": "Université Paris Cité",
    "saclay": "Université Paris-Saclay",
    "grenoble": "Université Grenoble Alpes",
}
BANDS = {
    ("paris_cite", "biotechnology"): 11,
    ("paris_cite", "biological_sciences"): 11,
    ("paris_cite", "human_biology"): 11,
    ("paris_cite", "clinical_medicine"): 11,
    ("paris_cite", "medical_technology"): 11,
    ("paris_cite", "pharmacy"): 1,
    ("saclay", "medical_technology"): 41,
    ("grenoble", "clinical_medicine"): 31,
}


def rank_bands() -> Exhibit:
    """Rank bands of 2024 by university and subject; most combinations do not exist."""
    marks = tuple(
        mark(
            Item(code, UNIVERSITIES[code]),
            printed(BEST, best, "≈" if best == 41 else "="),
            printed(WORST, best + 9, "≈" if best == 41 else "="),
            series=Item(subject, SUBJECTS[subject]),
            role=Role.OTHER if code == "grenoble" else Role.ACCENT,
        )
        for (code, subject), best in BANDS.items()
    )
    series = tuple(Item(*subject) for subject in SUBJECTS.items())
    return exhibit(ViewKind.HEAT_TABLE, (BEST, WORST), marks, series=series)


def subject_bands() -> Exhibit:
    """The same bands with the subjects as rows, one of them not printed and one estimated."""
    source = rank_bands()
    marks = [replace(one, category=one.series or one.category, series=one.category) for one in source.marks]
    marks[1] = replace(marks[1], figures=(printed(BEST, None), printed(WORST, None)))
    marks[2] = replace(marks[2], figures=(printed(BEST, 11, status="E"), printed(WORST, 20, status="E")))
    return replace(source, marks=tuple(marks), categories=source.series, series=source.categories)


CHALLENGES = {
    "data_access": "Accès aux données",
    "expert_recruitment": "Recrutement d’experts",
    "computing_power": "Puissance de calcul",
    "regulatory_compliance_cost": "Coût de la conformité réglementaire",
}
POPULATIONS = {
    "french": "Startups françaises de l’IA",
    "health": "Startups de l’IA en santé",
    "idf_health": "Startups franciliennes de l’IA en santé",
}
SIGNS = {
    ("data_access", "health"): 1,
    ("data_access", "idf_health"): 1,
    ("expert_recruitment", "idf_health"): 1,
    ("computing_power", "idf_health"): -1,
    ("regulatory_compliance_cost", "health"): 1,
}


def challenge_signs(shares: dict[tuple[str, str], float] | None = None) -> Exhibit:
    """Challenges of AI startups: ranks and signs were printed, percentages were not (unless `shares` has them)."""
    marks = []
    for challenge, label in CHALLENGES.items():
        for population, name in POPULATIONS.items():
            key = (challenge, population)
            sign = printed(SIGN, SIGNS[key], "≈" if SIGNS[key] < 0 else "=") if key in SIGNS else None
            rank = printed(RANK, 1) if key == ("data_access", "french") else None
            share = printed(SHARE, (shares or {}).get(key))
            marks.append(mark(Item(challenge, label), share, sign, rank, series=Item(population, name)))
    return exhibit(ViewKind.SIGN_MATRIX, (SHARE, SIGN, RANK), tuple(marks))
