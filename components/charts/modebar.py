"""What plotly's own controls may do and say: nothing but tooltips; pictures leave through the export menu alone.

A picture that plotly saves by itself has neither title nor source.
"""

from components.charts.plotly_words import LOCALES
from loaders.exhibit import Exhibit


def config(exhibit: Exhibit) -> dict[str, object]:
    """The plotly configuration of an exhibit, for `st.plotly_chart(config=...)`."""
    return {
        "locale": exhibit.language,
        "locales": LOCALES,
        "displayModeBar": False,
        "displaylogo": False,
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }
