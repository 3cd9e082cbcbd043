package org.branchline.database;

/** An organisation's number in this installation, from 1. Every row of every table belongs to one. */
public record OrganisationId(int number) {

    public OrganisationId {
        if (number < 1) {
            throw new IllegalArgumentException("organisation " + number + " is not above 0");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
