package potato.json;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Two dates of a record of which the second may not lie before the first. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Period {
    /** The component that is the first day. */
    String from();

    /** The component that is the last day. */
    String until();
}
