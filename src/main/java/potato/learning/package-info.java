/** Learning to read notes from labelled examples. */
@NullMarked
package potato.learning;

import org.jspecify.annotations.NullMarked;
