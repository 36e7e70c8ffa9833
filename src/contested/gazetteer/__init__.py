"""Place names: build, fold spellings, look up, choose."""
