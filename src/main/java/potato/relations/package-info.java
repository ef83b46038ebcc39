/** Core: meetings → how well a local network is known; nothing here knows rules, a database or the clock. */
@NullMarked
package potato.relations;

import org.jspecify.annotations.NullMarked;
