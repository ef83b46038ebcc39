/** A document on its way to becoming a standard: what it says about itself, what it demands, and what became of it. */
@NullMarked
package potato.standards;

import org.jspecify.annotations.NullMarked;
