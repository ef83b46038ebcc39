package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import potato.model.Lead;
import potato.ranking.SwapPlan;
import potato.store.InstalledBase;
import potato.store.Leads;

/** Puts together the swap plan of a lead about a rival's equipment. */
@ApplicationScoped
public class PlanSwap {
    private final Leads leads;
    private final InstalledBase installed;
    private final DataConfig config;
    private final Today today;

    PlanSwap(Leads leads, InstalledBase installed, DataConfig config, Today today) {
        this.leads = leads;
        this.installed = installed;
        this.config = config;
        this.today = today;
    }

    /** The plan; empty when there is no such lead for this reader, or when it is about no rival. */
    public Optional<SwapPlan> plan(String id, Viewer viewer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> leads.find(id)
                        .filter(entry -> viewer.sees(entry.office()))
                        .filter(entry -> aboutARival(entry.lead()))
                        .map(entry -> SwapPlan.of(
                                entry.lead(), installed.of(entry.lead().network()), portfolio(), today.date())));
    }

    private static boolean aboutARival(Lead lead) {
        return lead.vendor() != null && !lead.vendor().equals("us");
    }

    /** Read each time: plans are few, and the file is the analysts'. */
    private Map<String, SwapPlan.Replacement> portfolio() {
        Path file = config.data().resolve("portfolio").resolve("replacements.csv");
        Map<String, SwapPlan.Replacement> replacements = new TreeMap<>();
        if (!Files.exists(file)) {
            return replacements;
        }
        try {
            List<String> rows = Files.readAllLines(file);
            rows.stream().skip(1).filter(row -> !row.startsWith("#")).forEach(row -> {
                String[] cells = row.split(",", 3);
                if (cells.length == 3) {
                    replacements.put(cells[0].strip(), new SwapPlan.Replacement(cells[1].strip(), cells[2].strip()));
                }
            });
            return replacements;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The portfolio (" + file + ") cannot be read.", unreadable);
        }
    }
}
