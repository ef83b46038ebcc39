package potato.planted.ranking;

import java.util.function.LongSupplier;

/** Planted: a clock behind a method reference is a clock. */
public final class HandsTheClockOn {
    static final LongSupplier CLOCK = System::nanoTime;

    private HandsTheClockOn() {}
}
