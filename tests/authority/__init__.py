"""Who may do what, held against what the product says, cell by cell and through the dispatcher."""
