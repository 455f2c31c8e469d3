"""Presentations for PowerPoint and LibreOffice: a dossier as slides whose charts, maps and tables can be edited."""
