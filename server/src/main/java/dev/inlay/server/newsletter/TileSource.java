package dev.inlay.server.newsletter;

/** Where a coded tile came from; {@code STALE}: the product's last one, while its new one is being drawn. */
public enum TileSource { MEMORY, FILE, DRAWN, STALE }
