"""From a question to a reply: values in, values out, no Discord, files, clock or chance."""
