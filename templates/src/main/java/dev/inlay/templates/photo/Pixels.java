package dev.inlay.templates.photo;

/** A picture that can be read row by row as sRGB, ARGB and not premultiplied. */
public interface Pixels {
    int width();

    int height();

    /** Whether it surely has no holes: each alpha is 255. */
    boolean opaque();

    void row(int y, int[] argb);
}
