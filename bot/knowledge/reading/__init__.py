"""An article from wherever it is: text, Markdown, HTML or PDF, a file or a page on the web."""
