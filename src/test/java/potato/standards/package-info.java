@NullMarked
package potato.standards;

import org.jspecify.annotations.NullMarked;
