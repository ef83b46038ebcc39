package potato.standards;

/** Prints a document on pages, as the drafts of the bodies are. */
final class Pages {
    private Pages() {}

    /** Pages of so many lines with a footer, a form feed and a header. */
    static String of(String text, int lines) {
        var pages = new StringBuilder();
        int page = 1;
        int line = 0;
        for (var each : text.split("\n", -1)) {
            pages.append(each).append('\n');
            if (++line % lines == 0) {
                pages.append("\n\n\nDigger, et al.           Expires 12 September 2025            [Page %d]\n\f\n"
                                .formatted(page++))
                        .append("Internet-Draft          Digging Potatoes            March 2025\n\n\n");
            }
        }
        return pages.toString();
    }
}
