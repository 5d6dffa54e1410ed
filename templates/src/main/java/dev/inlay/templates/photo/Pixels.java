package dev.inlay.templates.photo;

/** A picture that can be read row by row as sRGB, ARGB and not premultiplied. */
public interface Pixels {
    int width();

    int height();

    void row(int y, int[] argb);
}
