package dev.inlay.templates.splice;

import dev.inlay.templates.design.Rows;
import dev.inlay.templates.png.Adler;

/** Rows of a picture over the whole width, coded so that those above and below may change. */
sealed interface Band {
    Rows rows();

    /** Coded once and for all: a chunk of the PNG, and the checksum of the filtered rows in it. */
    record Still(Rows rows, byte[] chunk, Adler adler) implements Band { }

    /** The samples of what lies under the live parts. */
    record Live(Rows rows, byte[] samples) implements Band { }
}
