/** The text of a contact note becomes signals: who says what, about whom and how surely, with the exact passage. */
@NullMarked
package potato.reading;

import org.jspecify.annotations.NullMarked;
