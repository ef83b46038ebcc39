/** Shell: HTTP. Parse, call one use case, answer with a record. */
@NullMarked
package potato.api;

import org.jspecify.annotations.NullMarked;
