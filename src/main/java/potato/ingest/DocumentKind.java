package potato.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.regex.Pattern;

/** What a file is, by its first bytes. */
enum DocumentKind {
    PDF,
    ZIP,
    /** The container of Word before 2007, and of encrypted DOCX. */
    OLE,
    RTF,
    HTML,
    XML,
    TEXT;

    private static final int LOOKED_AT = 4_096;
    /** A PDF may begin with some bytes of something else (ISO 32000-1, annex H.3.4.1). */
    private static final int PDF_BEGINS_WITHIN = 1_024;

    private static final Pattern COMMENTS =
            Pattern.compile("^(?:\\s|\\u00EF\\u00BB\\u00BF|\\uFEFF|<\\?[^>]*>|<!--.*?-->)*", Pattern.DOTALL);
    private static final Pattern BEGINS_HTML = Pattern.compile(
            "(?i)^<(?:!doctype\\s+html|html|head|body|meta|title|div|table|section|article|h[1-6]|p)\\b.*",
            Pattern.DOTALL);
    private static final Pattern BEGINS_XML =
            Pattern.compile("^<(?:!DOCTYPE\\s|rfc\\b|[A-Za-z_][\\w.-]*:?[\\w.-]*\\s+xmlns).*", Pattern.DOTALL);

    static DocumentKind of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), ISO_8859_1);
        int pdf = start.indexOf("%PDF-");
        if (pdf >= 0 && pdf <= PDF_BEGINS_WITHIN) {
            return PDF;
        } else if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return ZIP;
        } else if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE;
        } else if (start.startsWith("{\\rtf")) {
            return RTF;
        }
        String plain = start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")
                ? start.substring(2).replace("\0", "")
                : start;
        String rest = COMMENTS.matcher(plain).replaceFirst("");
        if (BEGINS_HTML.matcher(rest).matches()) {
            return HTML;
        }
        boolean declared = plain.stripLeading().startsWith("<?xml") || plain.startsWith("\u00EF\u00BB\u00BF<?xml");
        return declared || BEGINS_XML.matcher(rest).matches() ? XML : TEXT;
    }

    /** Whether the container says that what it holds is encrypted. */
    static boolean encryptedOle(byte[] bytes) {
        return new String(bytes, ISO_8859_1).contains(new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1));
    }
}
