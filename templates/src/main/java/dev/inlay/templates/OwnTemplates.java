package dev.inlay.templates;

import dev.inlay.templates.TemplateFolder.Contents;
import dev.inlay.templates.TemplateFolder.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The templates of a folder as they were read last; what readers see is replaced as a whole. */
final class OwnTemplates {
    /** @param gone templates whose file was there once, as they were last */
    private record State(Contents contents, Map<String, Template> gone) { }

    private final Optional<TemplateFolder> folder;
    private volatile State state;
    private Look read;
    private Look seen;

    private OwnTemplates(Optional<TemplateFolder> folder, Contents contents, Look read) {
        this.folder = folder;
        this.state = new State(contents, Map.of());
        this.read = read;
        this.seen = read;
    }

    static OwnTemplates none() {
        return new OwnTemplates(Optional.empty(), Contents.NONE, new Look(false, List.of()));
    }

    /** @throws TemplateException with a line for each mistake */
    static OwnTemplates of(TemplateFolder folder) {
        Look look = folder.look();
        Contents contents = folder.isThere() ? folder.read() : Contents.NONE;
        if (!contents.mistakes().isEmpty()) {
            throw new TemplateException(contents.lines());
        }
        return new OwnTemplates(Optional.of(folder), contents, look);
    }

    /** The template of the folder; {@code bundled} without one; else what the folder had last under this name. */
    Optional<Template> find(String name, Optional<Template> bundled) {
        State now = state;
        return Optional.ofNullable(now.contents().templates().get(name))
                .or(() -> bundled)
                .or(() -> Optional.ofNullable(now.gone().get(name)));
    }

    Set<String> names() {
        return state.contents().templates().keySet();
    }

    List<String> mistakes() {
        return state.contents().lines();
    }

    /** Reads again what has changed, once it rests: a file that is being written shows another look each time. */
    synchronized TemplateLibrary.Reload reload() {
        if (folder.isEmpty()) {
            return TemplateLibrary.Reload.NOTHING;
        }
        Look now = folder.get().look();
        boolean rests = now.equals(seen);
        seen = now;
        if (!rests || now.equals(read)) {
            return TemplateLibrary.Reload.NOTHING;
        }
        read = now;
        return replace(latest(folder.get()));
    }

    /** A folder that cannot be read any more changes nothing: it may lie on a network that is away for a moment. */
    private Contents latest(TemplateFolder there) {
        Contents before = state.contents();
        try {
            return before.templates().isEmpty() && !there.isThere() ? Contents.NONE : there.read();
        } catch (TemplateException e) {
            return new Contents(before.templates(), new TreeMap<>(Map.of("", e.problems())));
        }
    }

    private TemplateLibrary.Reload replace(Contents latest) {
        Contents before = state.contents();
        SortedMap<String, Template> templates = new TreeMap<>(latest.templates());
        latest.mistakes().keySet().stream().filter(before.templates()::containsKey)
                .forEach(name -> templates.put(name, before.templates().get(name)));
        Map<String, Template> gone = new HashMap<>(state.gone());
        gone.putAll(before.templates());
        gone.keySet().removeAll(templates.keySet());
        state = new State(new Contents(templates, latest.mistakes()), Map.copyOf(gone));
        return new TemplateLibrary.Reload(changes(before.templates(), templates),
                latest.lines().stream().filter(mistake -> !before.lines().contains(mistake)).toList());
    }

    private static List<String> changes(Map<String, Template> before, Map<String, Template> after) {
        List<String> changes = new ArrayList<>();
        after.forEach((name, template) -> change(Optional.ofNullable(before.get(name)), template)
                .ifPresent(change -> changes.add("template " + name + " " + change)));
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(name -> changes.add("template " + name
                + " is gone: nobody can choose it, campaigns keep its last version until the next start"));
        return changes;
    }

    private static Optional<String> change(Optional<Template> before, Template after) {
        if (before.isEmpty()) {
            return Optional.of("is new");
        }
        if (before.get().version().equals(after.version())) {
            return Optional.empty();
        }
        boolean sameSize = size(before.get()).equals(size(after));
        return Optional.of(sameSize ? "has changed" : "has changed from " + size(before.get()) + " to " + size(after)
                + ": mails that are out were laid out for the size before");
    }

    private static String size(Template template) {
        return template.cssWidth() + " x " + template.cssHeight();
    }
}
