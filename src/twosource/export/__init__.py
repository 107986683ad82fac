"""What a dossier is turned into. All exports but the JSON itself are made from the public document."""
