"""New subjects and the forms that analysts fill in: templates, proposed declarations, files that declare themselves."""
