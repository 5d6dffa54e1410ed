package dev.inlay.server.evaluation;

/**
 * A number that picking is set by.
 *
 * @param standard its value unless it is set
 */
public record Knob(String name, double least, double most, double standard) {
    public Knob {
        if (!(least <= standard && standard <= most)) {
            throw new IllegalArgumentException(name + " must lie between " + least + " and " + most);
        }
    }
}
