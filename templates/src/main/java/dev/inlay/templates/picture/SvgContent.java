package dev.inlay.templates.picture;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Refuses an SVG before it is loaded: what is not plain shapes, what would fetch or run something, and what would ask
 * for a font of the operating system.
 */
final class SvgContent {
    private static final Set<String> REFUSED = Set.of("text", "tspan", "textpath", "image", "feimage", "foreignobject",
            "script", "filter", "pattern", "marker", "animate", "animatetransform", "animatemotion", "set");
    private static final int MOST_ELEMENTS = 2000;
    private static final int MOST_USES = 100;
    private static final int DEEPEST = 30;

    private int elements;
    private int uses;
    private int depth;

    private SvgContent() {
    }

    static void check(byte[] file) throws UnfitPictureException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            new SvgContent().check(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException _) {
            throw new UnfitPictureException("is no PNG, no JPEG and no sound SVG");
        }
    }

    private void check(XMLStreamReader xml) throws XMLStreamException, UnfitPictureException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new UnfitPictureException("must be an SVG without a DOCTYPE");
                case XMLStreamConstants.START_ELEMENT -> element(xml.getLocalName().toLowerCase(Locale.ROOT));
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> { }
            }
        }
    }

    private void element(String name) throws UnfitPictureException {
        if (elements == 0 && !name.equals("svg")) {
            throw new UnfitPictureException("is XML, but no SVG");
        }
        if (REFUSED.contains(name)) {
            throw new UnfitPictureException("must be an SVG of shapes alone, without <" + name + ">"
                    + (name.startsWith("t") ? ": turn texts into paths" : ""));
        }
        uses += name.equals("use") ? 1 : 0;
        if (++elements > MOST_ELEMENTS || uses > MOST_USES || ++depth > DEEPEST) {
            throw new UnfitPictureException("must be an SVG of at most " + MOST_ELEMENTS + " elements, nested at most "
                    + DEEPEST + " deep, of which " + MOST_USES + " <use>");
        }
    }
}
