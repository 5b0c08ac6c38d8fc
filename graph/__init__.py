"""The dataset: storage, linking, validation, export and pictures."""
