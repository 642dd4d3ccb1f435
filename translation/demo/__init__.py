"""The demo's translations: few pages, every sentence of them."""
