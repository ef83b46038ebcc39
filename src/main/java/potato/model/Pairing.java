package potato.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Like talks to like: which role of ours is expected to talk with which departments; {@code pair.<role>.<department>} of the
 * tuning, where more than 0 is expected and nothing is not.
 */
public record Pairing(Tuning tuning) {

    /** Whether that role is expected to meet that department. */
    public boolean expected(Role role, Department department) {
        return strength(role, department) > 0;
    }

    /** The roles that are paired with a department, the strongest pair first. */
    public List<Role> roles(Department department) {
        return Arrays.stream(Role.values())
                .filter(role -> expected(role, department))
                .sorted(Comparator.comparing((Role role) -> -strength(role, department)))
                .toList();
    }

    private double strength(Role role, Department department) {
        return tuning.numbers().getOrDefault("pair." + Terms.of(role) + "." + Terms.of(department), 0.0);
    }
}
