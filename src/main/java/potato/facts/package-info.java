/** Core: the history of one local network and a day → the facts that rules see. The one core package that composes its siblings. */
@NullMarked
package potato.facts;

import org.jspecify.annotations.NullMarked;
