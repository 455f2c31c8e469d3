"""Employment: jobs and establishments of the health industries, by departement, sector, size, and over two years."""

from components.group import show_group
from components.key_figures import KeyFigure, show_key_figures
from components.page import show_heading, show_section
from components.territory import show_ways_to_territory
from loaders.language import mark

show_heading(
    mark("Employment in the health industries"),
    mark("Jobs and establishments of Île-de-France: how many, where, in which sectors, and how they have changed."),
)
show_key_figures(
    (
        KeyFigure("employment_structure", "total_jobs"),
        KeyFigure("employment_structure", "total_establishments"),
        KeyFigure("employment_structure", "revealed_jobs"),
        KeyFigure("employment_structure", "jobs_with_technology_groups"),
        KeyFigure("employment_structure", "jobs_growth"),
    )
)
show_section(mark("By département"))
show_group(
    "employment_by_department",
    ("map", "departement_ranking", "departement_columns", "jobs_and_establishments"),
    name="departement",
    columns=2,
)
show_ways_to_territory("employment_by_department", "departement")
show_section(mark("Sectors, sizes and scopes"))
show_group("employment_structure", ("sectors", "size_bands"), name="structure", columns=2)
show_group("employment_structure", ("scopes", "core_shares", "metropolis"), name="scope")
show_section(mark("Change over two years"))
show_key_figures(
    (
        KeyFigure("employment_structure", "establishments_growth"),
        KeyFigure("employment_structure", "pharma_growth"),
        KeyFigure("employment_structure", "firms"),
        KeyFigure("employment_structure", "large_sites_pharma"),
        KeyFigure("employment_structure", "national_workforce"),
    )
)
show_group("employment_structure", ("growth",), name="growth")
show_section(mark("All figures"))
show_group("employment_by_department", ("all_figures",), name="departement_figures")
show_group("employment_structure", ("all_figures",), name="structure_figures")
