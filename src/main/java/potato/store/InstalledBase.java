package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import potato.model.Installed;

/** The equipment that runs at the local networks. */
@ApplicationScoped
public class InstalledBase {

    /** The equipment of a local network. */
    public List<Installed> of(String network) {
        return InstalledRow.<InstalledRow>list("network", network).stream()
                .map(InstalledRow::installed)
                .toList();
    }

    /** Keeps one piece of equipment beside the others of its network. */
    public Put put(Installed installed) {
        InstalledRow row = InstalledRow.findById(InstalledRow.key(installed));
        if (row != null && row.installed().equals(installed)) {
            return Put.UNCHANGED;
        }
        InstalledRow kept = row == null ? new InstalledRow() : row;
        kept.take(installed);
        kept.persist();
        return row == null ? Put.CREATED : Put.CHANGED;
    }

    /** Makes these the whole equipment of a network. */
    public Put replace(String network, List<Installed> installed) {
        Map<String, Installed> wanted = installed.stream()
                .collect(Collectors.toMap(InstalledRow::key, Function.identity(), (one, two) -> two, TreeMap::new));
        List<InstalledRow> rows = InstalledRow.list("network", network);
        boolean existed = !rows.isEmpty();
        rows.stream().filter(row -> !wanted.containsKey(row.id)).forEach(InstalledRow::delete);
        boolean changed = rows.stream().anyMatch(row -> !wanted.containsKey(row.id));
        for (Installed one : wanted.values()) {
            changed |= put(one) != Put.UNCHANGED;
        }
        return !changed ? Put.UNCHANGED : existed ? Put.CHANGED : Put.CREATED;
    }
}
