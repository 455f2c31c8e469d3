"""Overview: where Île-de-France stands, in key figures and two pictures, each with a way in."""

from components.group import show_group
from components.key_figures import KeyFigure, show_key_figures
from components.page import show_heading, show_section
from loaders.language import mark

show_heading(
    mark("Health innovation in Île-de-France"),
    mark("Where the region stands, against whom, and since when. Every figure names its study and its page."),
)
show_key_figures(
    (
        KeyFigure("employment_structure", "total_jobs", "pages/employment.py"),
        KeyFigure("private_funding", "region_total", "pages/private_funding.py"),
        KeyFigure("private_funding", "share_of_country", "pages/private_funding.py"),
        KeyFigure("fdi_rankings", "region_rank_pharma", "pages/fdi.py"),
        KeyFigure("university_countries", "regional_weight", "pages/universities.py"),
        KeyFigure("ai_ecosystem", "regional_share", "pages/ai_startups.py"),
        KeyFigure("innovation_projects", "laureates_share", "pages/further_subjects.py"),
        KeyFigure("employment_structure", "jobs_growth", "pages/employment.py"),
    )
)
show_section(mark("Where exactly"))
show_group("employment_by_department", ("map",), name="departement")
show_section(mark("Against whom"))
show_group("private_funding", ("region_amount", "country_amount"), name="funding", columns=2)
show_section(mark("Since when"))
show_group("private_funding", ("ticket_trend", "annual_decline"), name="change", columns=2)
