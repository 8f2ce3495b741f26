"""PDF, pictures, XLSX and .ics made from plain data."""
