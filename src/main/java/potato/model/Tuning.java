package potato.model;

import java.util.Map;

/** The numbers of a rulebook: windows in days, thresholds, factors; read from {@code rules/tuning.csv}. */
public record Tuning(Map<String, Double> numbers) {
    public Tuning {
        numbers = Map.copyOf(numbers);
    }

    /**
     * The number of that name.
     *
     * @throws IllegalArgumentException when the rulebook has none of that name
     */
    public double of(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("The rulebook's tuning has no number of the name (%s).".formatted(name));
        }
        return number;
    }

    /** The number of that name in whole days. */
    public int days(String name) {
        return (int) of(name);
    }
}
