/** Shell: what comes in — records, lines, tables, documents — read with every fault collected. */
@NullMarked
package potato.ingest;

import org.jspecify.annotations.NullMarked;
