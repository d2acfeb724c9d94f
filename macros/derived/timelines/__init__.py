"""Records laid out along time: a schedule as a picture, and when the handling of data begins. No HTML."""
