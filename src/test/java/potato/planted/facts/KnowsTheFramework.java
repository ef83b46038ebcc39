package potato.planted.facts;

import jakarta.enterprise.context.ApplicationScoped;

/** Planted: core has no framework. */
public record KnowsTheFramework(Class<ApplicationScoped> scope) {
    static final KnowsTheFramework SCOPED = new KnowsTheFramework(ApplicationScoped.class);
}
