package potato.model;

/** The rank of a person at an operator, lowest first. */
public enum Rank {
    STAFF,
    TEAM_LEAD,
    SECTION_HEAD,
    DEPARTMENT_HEAD,
    VICE_PRESIDENT,
    PRESIDENT
}
