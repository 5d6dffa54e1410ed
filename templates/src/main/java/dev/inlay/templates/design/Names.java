package dev.inlay.templates.design;

import java.util.List;
import java.util.Set;

/** Collects the names that nodes use. */
final class Names {
    private Names() {
    }

    static void add(List<Node> nodes, Set<String> names) {
        nodes.forEach(node -> add(node, names));
    }

    private static void add(Node node, Set<String> names) {
        node.place().when().terms().forEach(term -> names.add(term.name()));
        switch (node) {
            case Node.Photo photo -> {
                addFrame(photo.frame(), names);
                addInk(photo.placeholder(), names);
                names.add("photo");
            }
            case Node.Image _ -> { }
            case Node.Text text -> addText(text.value(), text.look(), names);
            case Node.Label label -> {
                addFrame(label.frame(), names);
                addText(label.value(), label.look(), names);
            }
            case Node.Rect rect -> addFrame(rect.frame(), names);
            case Node.Line line -> addInk(line.colour(), names);
            case Node.Group group -> {
                addFrame(group.frame(), names);
                add(group.children(), names);
            }
        }
    }

    private static void addText(Phrase phrase, TextLook look, Set<String> names) {
        addPhrase(phrase, names);
        addPhrase(look.font(), names);
        addInk(look.colour(), names);
    }

    private static void addPhrase(Phrase phrase, Set<String> names) {
        for (Phrase.Part part : phrase.parts()) {
            if (part instanceof Phrase.Part.Value value) {
                names.add(value.name());
            }
        }
    }

    private static void addFrame(Frame frame, Set<String> names) {
        switch (frame.background()) {
            case Fill.Plain plain -> addInk(plain.ink(), names);
            case Fill.Gradient gradient -> {
                addInk(gradient.from(), names);
                addInk(gradient.to(), names);
            }
        }
        addInk(frame.border(), names);
    }

    static void addInk(Ink ink, Set<String> names) {
        if (ink instanceof Ink.Named named) {
            names.add(named.variable());
        }
    }
}
