package dev.inlay.server.newsletter;

/** Where a coded tile came from. */
public enum TileSource { MEMORY, FILE, DRAWN }
