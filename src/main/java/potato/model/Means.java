package potato.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a fact or a field of it means to those who write rules; the dictionary of facts is made of these. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Means {
    /** The meaning in a few words. */
    String value();

    /** What a number counts or measures, such as days; empty where it is no number. */
    String unit() default "";

    /** A condition as a rule would write it. */
    String example() default "";
}
