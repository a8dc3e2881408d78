"""Turns an evaluation into what people read and programs parse: terminal text, JSON, Markdown, HTML, PDF."""
