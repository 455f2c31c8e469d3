"""Private funding: venture capital in health by country and region, tickets, segments, and the year 2025."""

from components.group import show_group
from components.key_figures import KeyFigure, show_key_figures
from components.page import show_heading, show_section
from components.territory import show_ways_to_territory
from loaders.language import mark

show_heading(
    mark("Private funding of health innovation"),
    mark("Venture capital raised by health firms: amounts, average tickets and segments, in Europe and its regions."),
)
show_key_figures(
    (
        KeyFigure("private_funding", "region_total"),
        KeyFigure("private_funding", "region_rank"),
        KeyFigure("private_funding", "share_of_country"),
        KeyFigure("private_funding", "region_total_2024"),
        KeyFigure("private_funding", "country_total"),
    )
)
show_section(mark("Large regions"))
show_group("private_funding", ("region_amount", "region_map"), name="region", columns=2)
show_group("private_funding", ("ticket_range",), name="ticket_range")
show_ways_to_territory("private_funding", "region")
show_section(mark("Countries"))
show_group("private_funding", ("country_amount", "country_map"), name="country", columns=2)
show_section(mark("Segments and tickets"))
show_group("private_funding", ("segments", "ticket_trend"), name="segments", columns=2)
show_group("private_funding", ("segment_change", "annual_decline"), name="change", columns=2)
show_section(mark("First half of 2025"))
show_group("private_funding", ("first_half_2025",), name="first_half")
show_section(mark("All figures"))
show_group("private_funding", ("all_figures",), name="figures")
