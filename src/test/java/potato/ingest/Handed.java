package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Documents as somebody hands them in, good and bad. */
public final class Handed {
    private Handed() {}

    /** A PDF with these lines on each page. */
    public static byte[] pdf(List<List<String>> pages) {
        return pdf(pages, null);
    }

    static byte[] pdf(List<List<String>> pages, String password) {
        try (PDDocument document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.COURIER);
            for (var lines : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var on = new PDPageContentStream(document, page)) {
                    on.beginText();
                    on.setFont(font, 10);
                    on.setLeading(12);
                    on.newLineAtOffset(40, 760);
                    for (var line : lines) {
                        on.showText(line);
                        on.newLine();
                    }
                    on.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A DOCX with this body, in WordprocessingML, and some more parts. */
    public static byte[] docx(String body, Map<String, String> more) {
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                ("<Types xmlns='%s'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Default Extension='xml' ContentType='application/xml'/>"
                                + "<Override PartName='/word/document.xml' ContentType='%sdocument.main+xml'/>"
                                + "<Override PartName='/word/styles.xml' ContentType='%sstyles+xml'/>"
                                + "<Override PartName='/word/comments.xml' ContentType='%scomments+xml'/>"
                                + "<Override PartName='/word/header1.xml' ContentType='%sheader+xml'/></Types>")
                        .formatted(types, main, main, main, main));
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/officeDocument' Target='word/document.xml'/></Relationships>"
                        .formatted(relations, office));
        parts.put(
                "word/_rels/document.xml.rels",
                ("<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/comments' Target='comments.xml'/>"
                                + "<Relationship Id='r2' Type='%s/header' Target='header1.xml'/>"
                                + "<Relationship Id='r3' Type='%s/styles' Target='styles.xml'/></Relationships>")
                        .formatted(relations, office, office, office));
        parts.put(
                "word/document.xml", "<w:document xmlns:w='%s'><w:body>%s</w:body></w:document>".formatted(word, body));
        parts.put(
                "word/styles.xml",
                "<w:styles xmlns:w='%s'><w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/></w:style></w:styles>"
                        .formatted(word));
        parts.put(
                "word/comments.xml",
                "<w:comments xmlns:w='%s'><w:comment w:id='0' w:author='A'>%s</w:comment></w:comments>"
                        .formatted(word, paragraph("A reviewer says that the box must fly.")));
        parts.put(
                "word/header1.xml",
                "<w:hdr xmlns:w='%s'>%s</w:hdr>".formatted(word, paragraph("Every page says this.")));
        parts.putAll(more);
        return zip(parts);
    }

    public static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space='preserve'>%s</w:t></w:r></w:p>".formatted(text);
    }

    static String heading(String text) {
        return "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(text);
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
