"""Universities: rank bands by subject and year, countries, specialisation of research."""

from components.group import show_group
from components.key_figures import KeyFigure, show_key_figures
from components.page import show_heading, show_section
from loaders.language import mark

show_heading(
    mark("Universities in the health subjects"),
    mark("Rank bands in the Shanghai subject rankings, appearances by country, and what research is specialised in."),
)
show_key_figures(
    (
        KeyFigure("university_countries", "regional_weight"),
        KeyFigure("university_countries", "regional_universities"),
        KeyFigure("university_countries", "french_appearances"),
        KeyFigure("university_countries", "paris_cite_weight"),
        KeyFigure("university_countries", "french_mean_rank"),
    )
)
show_section(
    mark("Rank bands"),
    mark("The ranking publishes bands, not places: inside a band no order and no movement can be read."),
)
show_group("university_rankings", ("rank_bands",), name="subject")
show_group("university_rankings", ("university_bands",), name="university")
show_group("university_rankings", ("year_bands",), name="year")
show_section(mark("Countries"))
show_group("university_countries", ("appearances", "top50_universities"), name="country", columns=2)
show_section(mark("Specialisation of research"))
show_group("research_specialisation", ("specialisation",), name="specialisation")
show_group("research_specialisation", ("specialisation_by_population",), name="field")
show_section(mark("All figures"))
show_group("university_rankings", ("all_figures",), name="rankings_figures")
show_group("university_countries", ("all_figures",), name="countries_figures")
show_group("research_specialisation", ("all_figures",), name="specialisation_figures")
