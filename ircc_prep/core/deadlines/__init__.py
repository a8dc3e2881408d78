"""The days of a case that lie ahead: what is planned, what runs out, and by when something has to be done."""
