package dev.inlay.server.console.campaigns;

import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The templates that a campaign may choose from.
 *
 * @param mistakes what is wrong with files of the operator's folder; their templates are as they were before
 */
record Looks(List<Template> templates, List<String> mistakes) {
    static Looks of(TemplateLibrary library) {
        return of(library, "");
    }

    /** With the one called {@code used}, although nobody else can choose it any more because its file is gone. */
    static Looks of(TemplateLibrary library, String used) {
        TreeSet<String> names = new TreeSet<>(library.names());
        names.add(used);
        return new Looks(names.stream().map(library::find).flatMap(Optional::stream).toList(), library.mistakes());
    }
}
