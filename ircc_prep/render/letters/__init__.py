"""Letters that a consultant sends with a case: a cover letter, a request for documents, a handover note."""
