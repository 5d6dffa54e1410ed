package dev.inlay.db;

/** How busy the connections of readers are: {@code inUse} of {@code size}; {@code waiting} threads got none yet. */
public record ReaderPool(int size, int inUse, int waiting) { }
