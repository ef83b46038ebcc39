package potato.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** A document in XML: that of an Internet-Draft or RFC (RFC 7991) as it is printed, any other as its paragraphs. */
final class Xml {
    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

    private Xml() {}

    static String text(byte[] bytes, DocumentLimits limits, DocumentLimits.Clock clock)
            throws SAXException, IOException {
        XmlText text = new XmlText(limits, clock);
        try {
            XMLReader reader = parser().getXMLReader();
            reader.setContentHandler(text);
            // Nothing is fetched from anywhere: what stands outside of the file is empty.
            reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            reader.setErrorHandler(new Strict());
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (SAXParseException broken) {
            throw new DocumentRefused(refusal(broken));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Every Java platform can read XML.", impossible);
        }
        return text.text();
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(LIMIT + "entityExpansionLimit", "2000");
        parser.setProperty(LIMIT + "totalEntitySizeLimit", "2000000");
        parser.setProperty(LIMIT + "maxElementDepth", "200");
        return parser;
    }

    private static String refusal(SAXParseException broken) {
        String message = String.valueOf(broken.getMessage());
        if (message.startsWith("JAXP00010001")
                || message.startsWith("JAXP00010003")
                || message.startsWith("JAXP00010004")) {
            return "The document is XML whose entities expand without end. Maybe it is a bomb; if not, write them out.";
        } else if (message.startsWith("JAXP0001")) {
            return "The document is XML beyond what is safe to read (%s). Maybe it is a bomb; if not, save it as text."
                    .formatted(message);
        }
        return "The document is XML and breaks off at line %d, column %d. Maybe an element is not closed."
                .formatted(broken.getLineNumber(), broken.getColumnNumber());
    }

    private static final class Strict extends DefaultHandler {
        @Override
        public void fatalError(@Nullable SAXParseException e) throws SAXException {
            throw e == null ? new SAXException("The XML is broken.") : e;
        }
    }
}
