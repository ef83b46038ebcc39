package potato.planted.dig;

import org.kie.api.runtime.KieSession;

/** Planted: only rulebook knows Drools. */
public record KnowsDrools(KieSession session) {}
