"""The public's survey (SKM, PermenPANRB 14/2017)."""
