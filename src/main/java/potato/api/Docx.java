package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Markdown of headings, lists and lines as a Word document: the least that OOXML asks for. */
final class Docx {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final int TITLE = 36;
    private static final int HEADING = 28;
    private static final int TEXT = 21;

    private Docx() {}

    static byte[] of(String markdown) {
        StringBuilder body = new StringBuilder();
        markdown.lines().forEach(line -> body.append(paragraph(line)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE
                            + ".main+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"word/document.xml\"/></Relationships>");
            entry(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>");
        } catch (IOException impossible) {
            throw new UncheckedIOException("A document in memory can be written.", impossible);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(UTF_8));
        zip.closeEntry();
    }

    private static String paragraph(String line) {
        boolean title = line.startsWith("# ");
        boolean heading = line.startsWith("## ");
        String text = line.replaceFirst("^#+ ", "").replaceFirst("^- ", "• ");
        int size = title ? TITLE : heading ? HEADING : TEXT;
        return "<w:p><w:r><w:rPr>%s<w:sz w:val=\"%d\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>"
                .formatted(title || heading ? "<w:b/>" : "", size, xml(text));
    }

    /** XML has no way to write most control characters; notes may hold them. */
    private static String xml(String text) {
        return Feeds.xml(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
