package potato.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may spend. Calls of {@link #tick} are woven into everything that is compiled from rules: at the
 * begin of each method, at each jump back, at each text and thing made. They count work and not time, so that the same facts
 * always come to the same end. Public because the woven code stands in other packages.
 */
public final class Budget {
    private static final ThreadLocal<@Nullable Budget> CURRENT = new ThreadLocal<>();
    /** A rulebook of 60 rules spends some thousand on a network of 200 facts. */
    private static final long LEAST = 2_000_000;

    private static final long EACH_FACT = 10_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MAKING = 10;
    private static final int CHANGING = 2_000;

    private final String rulebook;
    private long left;
    private String last = "";

    private Budget(String rulebook, int facts) {
        this.rulebook = rulebook;
        this.left = LEAST + EACH_FACT * facts;
    }

    /** The budget is used up; thrown inside the engine, which wraps it. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("It does not come to an end.", null, false, false);
        }
    }

    /** Begins an evaluation on this thread. */
    static Budget begin(String rulebook, int facts) {
        Budget budget = new Budget(rulebook, facts);
        CURRENT.set(budget);
        return budget;
    }

    void end() {
        CURRENT.remove();
    }

    boolean spent() {
        return left < 0;
    }

    /** The rules whose condition was looked at last, separated by line breaks; empty in a consequence. */
    String last() {
        return last;
    }

    String rulebook() {
        return rulebook;
    }

    private void spend(long cost) {
        left -= cost;
        if (left < 0) {
            throw new Spent();
        }
    }

    /** One step of the rules of these names; none: of what is being done already. */
    public static void tick(@Nullable String rules) {
        Budget budget = CURRENT.get();
        if (budget != null) {
            if (rules != null) {
                budget.last = rules;
            }
            budget.spend(1);
        }
    }

    /** Something is made or kept. */
    public static void make() {
        Budget budget = CURRENT.get();
        if (budget != null) {
            budget.spend(MAKING);
        }
    }

    /** A fact is told, told anew or taken back: all rules are asked again. */
    public static void change() {
        Budget budget = CURRENT.get();
        if (budget != null) {
            budget.spend(CHANGING);
        }
    }

    /** A text was made. */
    public static @Nullable String text(@Nullable String text) {
        Budget budget = CURRENT.get();
        if (budget != null && text != null) {
            budget.spend(1 + text.length() / 8);
            if (text.length() > LONGEST_TEXT) {
                budget.spend(Long.MAX_VALUE / 2);
            }
        }
        return text;
    }

    /** Two facts that nothing else joins: each such meeting costs, too. */
    public static boolean meet(@Nullable Object before) {
        tick(null);
        return true;
    }
}
