"""AI start-ups: their challenges by population, the ecosystem of AI in health, its market, its adoption."""

from components.group import show_group
from components.key_figures import KeyFigure, show_key_figures
from components.page import show_heading, show_section
from loaders.language import mark

show_heading(
    mark("AI start-ups in health"),
    mark("What holds them back, technically and commercially; how many they are; where their market is heading."),
)
show_key_figures(
    (
        KeyFigure("ai_ecosystem", "regional_share"),
        KeyFigure("ai_ecosystem", "digital_health_ai_firms"),
        KeyFigure("ai_ecosystem", "health_ai_startups"),
        KeyFigure("ai_ecosystem", "market_growth"),
    )
)
show_section(mark("Challenges"))
show_group("ai_startup_challenges", ("challenge_matrix", "challenge_shares"), name="challenge")
show_section(mark("Ecosystem and market"))
show_group("ai_ecosystem", ("firms_growth", "market_2030"), name="market", columns=2)
show_group("ai_ecosystem", ("ecosystem", "venture_capital", "public_funding"), name="ecosystem")
show_section(mark("Adoption"))
show_group("ai_ecosystem", ("adoption",), name="adoption")
show_section(mark("All figures"))
show_group("ai_startup_challenges", ("all_figures",), name="challenge_figures")
show_group("ai_ecosystem", ("all_figures",), name="ecosystem_figures")
