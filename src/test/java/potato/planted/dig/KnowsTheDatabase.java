package potato.planted.dig;

import jakarta.persistence.PersistenceException;

/** Planted: only store knows JPA. */
public record KnowsTheDatabase(PersistenceException failed) {}
