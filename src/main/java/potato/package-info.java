/** Where the service begins. */
@NullMarked
package potato;

import org.jspecify.annotations.NullMarked;
