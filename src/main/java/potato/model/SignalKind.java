package potato.model;

/** What one passage of a note says (DOMAIN.md, Signals). */
public enum SignalKind {
    COMPLAINT,
    PRAISE,
    LIVE_FAULT,
    SERVICE_WITHDRAWAL,
    EXPANSION,
    BUSINESS_IDEA,
    TENDER,
    STANDARD_WORK,
    SUPPORT,
    OBJECTION,
    BLOCKED_EXECUTION,
    ACCESS_REFUSED,
    STAFF_CHANGE,
    COMPETITOR_MOVE,
    NEGATIVE_EVENT
}
