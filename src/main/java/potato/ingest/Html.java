package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.xml.sax.SAXException;

/** A page of HTML: its words without scripts, styles and navigation. */
final class Html {
    private Html() {}

    static String text(String html, DocumentLimits limits, DocumentLimits.Clock clock)
            throws SAXException, TikaException, IOException {
        ParseContext context = Documents.alone(new ParseContext());
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        DocumentText text = new DocumentText(limits, clock, true);
        JSoupParser parser = new JSoupParser();
        // It is decoded already, whatever the page says of itself.
        parser.setEncodingDetector((in, metadata) -> UTF_8);
        parser.parse(new ByteArrayInputStream(html.getBytes(UTF_8)), text, new Metadata(), context);
        return text.text();
    }
}
