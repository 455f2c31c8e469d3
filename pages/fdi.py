"""Foreign direct investment: projects, jobs and capital by country and region, by sector."""

from components.group import show_group
from components.key_figures import KeyFigure, show_key_figures
from components.page import show_heading, show_section
from components.territory import show_ways_to_territory
from loaders.language import mark

show_heading(
    mark("Foreign direct investment in health"),
    mark("Which countries and regions of Europe attract health projects, and how many jobs and how much capital."),
)
show_key_figures(
    (
        KeyFigure("fdi_rankings", "region_rank_pharma"),
        KeyFigure("fdi_rankings", "region_projects_pharma"),
        KeyFigure("fdi_rankings", "region_rank_medical"),
        KeyFigure("fdi_rankings", "region_projects_medical"),
        KeyFigure("fdi_rankings", "decision_centre_jobs"),
    )
)
show_section(mark("Ranking"))
show_group("fdi_rankings", ("fdi_ranking",), name="ranking")
show_section(mark("Number and size of projects"))
show_group("fdi_rankings", ("volume_and_size", "fdi_table"), name="volume")
show_section(mark("Maps"))
show_group("fdi_rankings", ("region_map", "country_map"), name="map", columns=2)
show_ways_to_territory("fdi_rankings", "region")
show_section(
    mark("Printed means and their totals"),
    mark("Where a printed mean does not follow from the printed totals, the recomputed value stands beside it."),
)
show_group("fdi_rankings", ("means", "capital_means"), name="means", columns=2)
show_section(mark("All figures"))
show_group("fdi_rankings", ("all_figures",), name="figures")
