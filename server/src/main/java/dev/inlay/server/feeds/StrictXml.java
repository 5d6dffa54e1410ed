package dev.inlay.server.feeds;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A pass over well-formed XML. No document type, no entity but the five, nothing is ever fetched. */
final class StrictXml {
    static final int MAX_DEPTH = 64;
    static final int MAX_ATTRIBUTES = 1_000;
    static final int MAX_TEXT = 64 * 1024;

    private static final XMLInputFactory FACTORY = factory();

    private StrictXml() {
    }

    /** Why {@code feed} is not well-formed, with its line; empty if it is. */
    static Optional<String> fault(FeedFile feed) throws IOException {
        try (Reader text = feed.open()) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(text);
            while (reader.hasNext()) {
                refuseDocumentType(reader.next());
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            String message = ProductText.plain(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Optional.of("line " + line + ": " + ProductText.cut(message, 200));
        }
    }

    /** Tells {@code handler} what {@code feed} holds, which has no {@link #fault}. */
    static void read(FeedFile feed, XmlHandler handler) throws IOException {
        try (Reader text = feed.open()) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(text);
            while (reader.hasNext()) {
                tell(reader, reader.next(), handler);
            }
        } catch (XMLStreamException e) {
            throw new IOException("a feed that was well-formed is so no more", e);
        }
    }

    private static void tell(XMLStreamReader reader, int event, XmlHandler handler) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> handler.start(
                    reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI(), reader.getLocalName(),
                    attributes(reader));
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> handler.text(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> handler.end();
            default -> refuseDocumentType(event);
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static void refuseDocumentType(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw documentType();
        }
    }

    static FeedRefusedException documentType() {
        return new FeedRefusedException("XML with a document type (<!DOCTYPE) is not taken");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
        return factory;
    }
}
