package dev.inlay.templates.text;

/** What decides which face is asked first for a cluster: a family's name, a weight, and the form of Han letters. */
record Voice(String font, int weight, HanForm han) { }
