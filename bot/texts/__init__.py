"""Every sentence a person can read, one module per capability."""
