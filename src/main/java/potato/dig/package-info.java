/** Shell: the use cases. Transactions begin here. */
@NullMarked
package potato.dig;

import org.jspecify.annotations.NullMarked;
