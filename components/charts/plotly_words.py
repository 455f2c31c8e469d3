"""Plotly's own words and formats in both languages. Its bundle has no French, and the network is not asked."""

#: For `config["locales"]`.
LOCALES: dict[str, dict[str, object]] = {
    "fr": {
        "dictionary": {
            "Double-click to zoom back out": "Double-cliquer pour revenir à la vue d’ensemble",
            "Reset view": "Vue d’ensemble",
        },
        "format": {
            "days": ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
            "shortDays": ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
            "months": [
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre",
            ],
            "shortMonths": [
                "janv.",
                "févr.",
                "mars",
                "avr.",
                "mai",
                "juin",
                "juil.",
                "août",
                "sept.",
                "oct.",
                "nov.",
                "déc.",
            ],
            "date": "%d/%m/%Y",
            "decimal": ",",
            "thousands": "\u202f",
            "grouping": [3],
            "currency": ["", "\u202f€"],
        },
    },
    "en": {
        "dictionary": {"Download plot": "Download the picture", "Download plot as a PNG": "Download the picture (PNG)"},
        "format": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€", ""], "date": "%d/%m/%Y"},
    },
}
