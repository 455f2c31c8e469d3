"""Plotly's own words and formats in both languages. Its bundle has no French, and the network is not asked."""

#: For `config["locales"]`. The key of the download button differs by format: both are translated.
LOCALES: dict[str, dict[str, object]] = {
    "fr": {
        "dictionary": {
            "Download plot": "Télécharger l’image",
            "Download plot as a PNG": "Télécharger l’image (PNG)",
            "Taking snapshot - this may take a few seconds": "Préparation de l’image…",
            "Snapshot succeeded": "Image enregistrée",
            "Sorry, there was a problem downloading your snapshot!": "L’image n’a pas pu être enregistrée.",
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
