"""What plotly's own controls may do and say: one download button, in the language of the page, without the network."""

from components.charts.plotly_words import LOCALES
from loaders.exhibit import Exhibit


def config(exhibit: Exhibit) -> dict[str, object]:
    """The plotly configuration of an exhibit, for `st.plotly_chart(config=...)`."""
    return {
        "locale": exhibit.language,
        "locales": LOCALES,
        "displaylogo": False,
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "svg", "filename": filename_stem(exhibit)},
    }


def filename_stem(exhibit: Exhibit) -> str:
    """The name of a downloaded picture, without suffix: dataset, view, language."""
    return f"{exhibit.dataset}-{exhibit.view}-{exhibit.language}"
