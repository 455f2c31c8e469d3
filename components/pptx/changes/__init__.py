"""What has changed in a dossier since an earlier state, as slides."""
