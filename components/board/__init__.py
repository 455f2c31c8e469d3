"""The board page: dossiers are composed, frozen and compared."""
