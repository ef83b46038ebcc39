package potato.api;

/** The roles of accounts. */
final class Roles {
    static final String OFFICE = "office";
    static final String ANALYST = "analyst";
    static final String DASHBOARD = "dashboard";
    static final String INGEST = "ingest";
    static final String ADMIN = "admin";

    private Roles() {}
}
