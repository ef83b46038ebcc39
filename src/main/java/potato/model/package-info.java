/** The vocabulary of the domain as records and enums; the only package that rules may import. */
@NullMarked
package potato.model;

import org.jspecify.annotations.NullMarked;
