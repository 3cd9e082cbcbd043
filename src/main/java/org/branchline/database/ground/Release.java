package org.branchline.database.ground;

/** What this release of the service stands on. */
public final class Release {

    private Release() {}

    /** The number of the newest migration that is packaged. */
    public static int schema() {
        return Migrations.packaged().newest();
    }
}
