package potato.ingest;

import org.xml.sax.SAXException;

/** A document that is not read, with the reason in words; it passes through parsers, which let their own kind of exception pass. */
final class DocumentRefused extends SAXException {
    private static final long serialVersionUID = 1L;

    private final String why;

    DocumentRefused(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
