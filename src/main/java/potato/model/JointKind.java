package potato.model;

/** The kinds of joint facts. */
public enum JointKind {
    EXECUTIVE_EXCHANGE,
    AGREEMENT,
    JOINT_TRIAL
}
