/** Shell: the only place that knows Drools: read, compile, check and run the analysts' rules. */
@NullMarked
package potato.rulebook;

import org.jspecify.annotations.NullMarked;
