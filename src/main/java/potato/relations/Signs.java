package potato.relations;

import java.util.ArrayList;
import java.util.List;
import potato.model.Fact;

/** What rules see of relationships beyond single meetings: who may block an order. */
public final class Signs {
    private Signs() {}

    /** The facts of what is known, in an order that depends on nothing but their content. */
    public static List<Fact> of(Known known) {
        Chart chart = Chart.of(known);
        Execution execution = new Execution(chart);
        List<Fact> facts = new ArrayList<>(execution.executors());
        facts.addAll(execution.steps());
        return facts;
    }
}
