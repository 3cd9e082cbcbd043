package org.branchline.database.embedded;

/** Who connects to the embedded server. */
public enum Role {
    /** The server's own superuser: makes the other roles, and nothing else. */
    SUPERUSER("postgres"),
    /** Owns the schema, runs the migrations. */
    OWNER("branchline_owner"),
    /** The service: neither owner nor superuser. */
    SERVICE("branchline"),
    /** A person with {@code psql}: the service's rights, one organisation set from the start. */
    OPERATOR("branchline_operator");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    public String roleName() {
        return roleName;
    }
}
