"""What the API answers and takes: the contract between the server and the page, published as OpenAPI."""
