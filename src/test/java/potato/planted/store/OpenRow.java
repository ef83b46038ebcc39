package potato.planted.store;

import jakarta.persistence.Embeddable;

/** Planted: what is mapped to the database is nobody else's business. */
@Embeddable
public class OpenRow {}
