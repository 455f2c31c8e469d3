"""Further subjects: projects and France 2030, industrial needs, data strategy, lessons of Covid-19, support."""

from components.page import show_heading
from components.subject import show_subject
from loaders.language import mark

show_heading(
    mark("Further subjects"),
    mark("Innovation projects and France 2030, needs of firms, health data, lessons of Covid-19, support structures."),
)
show_subject(
    (
        "innovation_projects",
        "industrial_needs",
        "health_data_strategy",
        "covid_lessons",
        "support_structures",
    )
)
