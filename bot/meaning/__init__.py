"""Sentence vectors from an ONNX model on this machine, and where the model comes from."""
