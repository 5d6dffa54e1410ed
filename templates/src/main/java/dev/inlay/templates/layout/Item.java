package dev.inlay.templates.layout;

/** A node with its values, which knows what room it needs and places itself into the room it gets. */
interface Item {
    Hints hints();

    /** The room it would take if {@code width} pixels were there. */
    Extent measure(double width);

    void place(Box box, Scene.Builder scene);

    /** Whether less than the measured width will do: text is wrapped, made smaller or cut. */
    default boolean yields() {
        return false;
    }
}
