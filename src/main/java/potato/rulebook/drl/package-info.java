/** DRL as analysts write it: read with the place of every word, and checked against the facts, before the engine sees it. */
@NullMarked
package potato.rulebook.drl;

import org.jspecify.annotations.NullMarked;
