"""The questionnaire in a terminal. Nothing here is imported before someone asks for it: see `session.run`."""
