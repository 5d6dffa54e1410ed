package dev.inlay.server.photos;

/** How it ended to ask for a photo again; one that failed stays as it was. */
public enum PhotoCheck { UNCHANGED, CHANGED, FAILED }
