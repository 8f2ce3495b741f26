"""The public's satisfaction with services (SKM, PermenPANRB 14/2017)."""
