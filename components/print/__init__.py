"""Print: an exhibit and a sheet in; SVG, PDF and PNG out. Vega-Lite, Typst and the typefaces are used here only."""
