package potato.model;

/** One scale of stages for the drafts of every body, in order; {@link #WITHDRAWN} can follow any. */
public enum Stage {
    IDEA,
    DRAFTING,
    COMMENT,
    APPROVAL,
    PUBLISHED,
    WITHDRAWN;

    /** Whether the text can still change, so that knowing it gives lead time. */
    public boolean open() {
        return this != PUBLISHED && this != WITHDRAWN;
    }
}
