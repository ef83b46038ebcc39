/** Shell: the only place that knows JPA. Entities stay inside; the plurals hand out records of the model. */
@NullMarked
package potato.store;

import org.jspecify.annotations.NullMarked;
