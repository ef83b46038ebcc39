package potato.standards;

import java.util.Optional;

/** Knows the documents of one body by their first page. */
interface Recogniser {

    /** What the first page says, or empty when the document is another body's. */
    Optional<FrontPage> read(Head head);
}
